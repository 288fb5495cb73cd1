package org.decisiongates.policy.rules;

import java.util.Set;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleResult;

/** Fails until the issue is linked to what it is meant to achieve. */
public record HasOutcomeLink(LinkSelection links) implements Rule {

    private static final String MISSING = "decision-gates.rule.has-outcome-link.missing";

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-outcome-link", LinkSelection.settings(), Set.of(Need.LINKS),
            ExampleLinks.leadingBeyondDecisions(MISSING), settings -> new HasOutcomeLink(LinkSelection.of(settings)));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        return links.leadBeyondDecisions(issue) ? RuleResult.passed() : RuleResult.failed(Finding.general(MISSING));
    }
}
