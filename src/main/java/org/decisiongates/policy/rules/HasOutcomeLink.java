package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

/**
 * Fails until the issue is linked to what it is meant to achieve. Where no types of links are chosen, a link to anything but a Decision or
 * a Blocker is one; else every link of the chosen types is.
 */
public record HasOutcomeLink(LinkSelection links) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-outcome-link",
            List.of(LinkSelection.typesSetting(), LinkSelection.directionSetting()),
            Set.of(Need.LINKS),
            List.of(RuleExample.passes("it is linked to an issue of another type",
                    IssueSnapshot.EMPTY.linkedTo(ExampleLinks.relatedRequest(11, "1"))),
                    RuleExample.passes("it is linked to a Decision, and that type of link was chosen",
                            IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, DecisionPhase.DRAFT)))
                            .with(Map.of("link-types", ExampleLinks.RELATES)),
                    RuleExample.fails("it is linked to nothing", IssueSnapshot.EMPTY, "decision-gates.rule.has-outcome-link.missing"),
                    RuleExample.fails("it is linked to Decisions only",
                            IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, DecisionPhase.DRAFT)),
                            "decision-gates.rule.has-outcome-link.missing"),
                    RuleExample.fails("it is linked by another type of link than the chosen one",
                            IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blockingTask(11)), "decision-gates.rule.has-outcome-link.missing")
                            .with(Map.of("link-types", ExampleLinks.RELATES))),
            settings -> new HasOutcomeLink(LinkSelection.of(settings)));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        return issue.links().stream().anyMatch(other -> links.includes(other) && (!links.isOfAnyType() || !other.isDecisionOrBlocker()))
                ? RuleResult.passed()
                : RuleResult.failed(Finding.general("decision-gates.rule.has-outcome-link.missing"));
    }
}
