package org.decisiongates.policy;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;

/** Takes the place of a rule whose stored settings are invalid: an error for every issue (ADR-0004). */
public record UnusableRule(Finding why) implements Rule {

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        return RuleResult.error(why);
    }

    /** An error because the field {@code rule} reads is gone. */
    public static RuleResult withoutField(RuleDefinition rule, Field field) {
        return RuleResult.error(Finding.general("decision-gates.gate.error.field", rule.key(), field.id()));
    }
}
