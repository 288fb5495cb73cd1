package org.decisiongates.policy;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;

/** Stands in a gate where no rule could be made of what is stored: refuses, whatever the item (ADR-0004). */
public record UnusableRule(Finding why) implements Rule {

    @Override
    public RuleResult examine(IssueView item, EvaluationContext now) {
        return RuleResult.failedToRun(why);
    }

    /** Refuses because the field {@code rule} reads is gone. */
    public static RuleResult withoutField(RuleDefinition rule, Field field) {
        return RuleResult.failedToRun(Finding.general("decision-gates.gate.failed-to-run.field", rule.name(), field.id()));
    }
}
