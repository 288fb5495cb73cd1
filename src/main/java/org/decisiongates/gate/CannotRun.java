package org.decisiongates.gate;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;

/** Stands in a gate where no rule could be made of what is stored: refuses, whatever the item (ADR-0004). */
record CannotRun(Finding why) implements Rule {

    @Override
    public Verdict examine(IssueView item, Moment now) {
        return Verdict.failedToRun(why);
    }

    /** Refuses because the field {@code rule} reads is gone. */
    static Verdict withoutField(RuleKind rule, Field field) {
        return Verdict.failedToRun(Finding.general("decision-gates.gate.failed-to-run.field", rule.name(), field.id()));
    }
}
