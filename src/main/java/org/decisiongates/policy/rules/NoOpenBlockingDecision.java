package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

/**
 * Fails while a linked Decision that blocks the issue is not decided. Where no types of links are chosen, a link blocks if the host says
 * so; else each link of the chosen types does. Hidden Decisions count and are never named.
 */
public record NoOpenBlockingDecision(LinkSelection links) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("no-open-blocking-decision",
            List.of(LinkSelection.typesSetting(), LinkSelection.directionSetting()),
            Set.of(Need.LINKS),
            List.of(RuleExample.passes("it is linked to nothing", IssueSnapshot.EMPTY),
                    RuleExample.passes("the Decision that blocked it is decided",
                            linkedTo(ExampleLinks.blocking(11, DecisionPhase.DECIDED))),
                    RuleExample.passes("it only relates to an open Decision", linkedTo(ExampleLinks.related(11, DecisionPhase.DRAFT))),
                    RuleExample.passes("a task blocks it", linkedTo(ExampleLinks.blockingTask(11))),
                    RuleExample.fails("an open Decision blocks it", linkedTo(ExampleLinks.blocking(11, DecisionPhase.IN_REVIEW)),
                            "decision-gates.rule.no-open-blocking-decision.missing"),
                    RuleExample.fails("a Decision in a status of no phase blocks it", linkedTo(ExampleLinks.blockingWithoutPhase(11)),
                            "decision-gates.rule.no-open-blocking-decision.missing"),
                    RuleExample.fails("it relates to an open Decision, and that type of link was chosen",
                            linkedTo(ExampleLinks.related(11, DecisionPhase.DRAFT)),
                            "decision-gates.rule.no-open-blocking-decision.missing")
                            .with(Map.of("link-types", ExampleLinks.RELATES)),
                    RuleExample.fails("an open Decision blocks it that the actor may not see",
                            linkedTo(ExampleLinks.blockingHidden(11, DecisionPhase.DRAFT)),
                            "decision-gates.rule.no-open-blocking-decision.hidden")),
            settings -> new NoOpenBlockingDecision(LinkSelection.of(settings)));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        List<LinkedIssue> open = LinkedIssue.distinct(issue.links().stream()
                .filter(other -> other.isDecision() && other.isOpen() && blocks(other)).toList());
        if (open.isEmpty()) {
            return RuleResult.passed();
        }
        List<Finding> findings = new ArrayList<>();
        String named = LinkedIssue.named(open);
        if (!named.isEmpty()) {
            findings.add(Finding.general("decision-gates.rule.no-open-blocking-decision.missing", named));
        }
        long hidden = open.stream().filter(other -> !other.isVisible()).count();
        if (hidden > 0) {
            findings.add(Finding.general("decision-gates.rule.no-open-blocking-decision.hidden", Long.toString(hidden)));
        }
        return new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private boolean blocks(LinkedIssue other) {
        return links.includes(other) && (!links.isOfAnyType() || other.link().blocks());
    }

    private static IssueSnapshot linkedTo(LinkedIssue other) {
        return IssueSnapshot.EMPTY.linkedTo(other);
    }
}
