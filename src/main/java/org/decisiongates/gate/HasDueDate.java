package org.decisiongates.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;

/**
 * Refuses to move on without a day by which the item must be settled. A day that lay ahead when it was set stays good once it has
 * passed: what is overdue must still be possible to decide.
 *
 * @param horizonDays how many days ahead the day may lie at most; 0 for as far as one likes
 */
record HasDueDate(Field field, int horizonDays) implements Rule {

    /** What an administrator can set. */
    static final RuleKind KIND = new RuleKind("has-due-date",
            List.of(Setting.field(Setting.Type.DATE_FIELD, Field.DUE_DATE), Setting.number("horizon-days", 28, 0, 3660)),
            settings -> new HasDueDate(settings.field("field"), settings.number("horizon-days")));

    @Override
    public Verdict examine(IssueView item, Moment now) {
        if (!item.has(field)) {
            return CannotRun.withoutField(KIND, field);
        }
        Optional<LocalDate> due = item.date(field);
        if (due.isEmpty()) {
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-due-date.missing"));
        }
        long daysAhead = due.get().toEpochDay() - now.today().toEpochDay();
        if (daysAhead < 0 && item.changes(field)) {
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-due-date.past", due.get().toString(), now.today().toString()));
        }
        if (horizonDays > 0 && daysAhead > horizonDays) {
            String last = now.today().plusDays(horizonDays).toString();
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-due-date.beyond-horizon", due.get().toString(), last));
        }
        return Verdict.passed();
    }
}
