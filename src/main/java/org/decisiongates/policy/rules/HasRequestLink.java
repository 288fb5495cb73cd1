package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;

/**
 * Fails until the issue is linked to what asked for it.
 *
 * @param links     those that count
 * @param isOutcome whether one issue may be the request and the outcome where the links do not say which they lead to
 */
public record HasRequestLink(LinkSelection links, boolean isOutcome) implements Rule {

    private static final String MISSING = "decision-gates.rule.has-request-link.missing";
    private static final String OUTCOME_ONLY = "decision-gates.rule.has-request-link.outcome-only";
    private static final String SAME_AS_OUTCOME = "same-as-outcome";
    private static final String REFUSE = "refuse";

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-request-link",
            List.of(LinkSelection.typesSetting(), LinkSelection.directionSetting(), Setting.choice(SAME_AS_OUTCOME, "accept", REFUSE)),
            Set.of(Need.LINKS),
            Stream.concat(ExampleLinks.leadingBeyondDecisions(MISSING).stream(), besideAnOutcome()).toList(),
            settings -> new HasRequestLink(LinkSelection.of(settings), !settings.text(SAME_AS_OUTCOME).equals(REFUSE)));

    /** Of any two issues that are linked by whatever type, one can be the request and the other the outcome. */
    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!links.leadBeyondDecisions(issue)) {
            return RuleResult.failed(Finding.general(MISSING));
        }
        return isOutcome || !links.isOfAnyType() || LinkSelection.linkedBeyondDecisions(issue) > 1 ? RuleResult.passed()
                : RuleResult.failed(Finding.general(OUTCOME_ONLY));
    }

    private static Stream<RuleExample> besideAnOutcome() {
        IssueSnapshot toOne = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.relatedRequest(11, "1"));
        Map<String, String> refused = Map.of(SAME_AS_OUTCOME, REFUSE);
        return Stream.of(
                RuleExample.passes("it is linked to two issues, one of which can be the outcome",
                        toOne.linkedTo(ExampleLinks.relatedRequest(12, "1"))).with(refused),
                RuleExample.passes("the type of its one link says that it leads to a request", toOne)
                        .with(Map.of(SAME_AS_OUTCOME, REFUSE, "link-types", ExampleLinks.RELATES)),
                RuleExample.fails("it is linked to one issue, which would have to be the outcome as well", toOne, OUTCOME_ONLY)
                        .with(refused));
    }
}
