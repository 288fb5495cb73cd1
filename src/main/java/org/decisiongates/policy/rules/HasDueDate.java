package org.decisiongates.policy.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/**
 * Refuses to move on without a day by which the item must be settled. A day that lay ahead when it was set stays good once it has
 * passed: what is overdue must still be possible to decide.
 *
 * @param horizonDays how many days ahead the day may lie at most; 0 for as far as one likes
 */
public record HasDueDate(Field field, int horizonDays) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition KIND = new RuleDefinition("has-due-date",
            List.of(Setting.field(Setting.Type.DATE_FIELD, Field.DUE_DATE), Setting.number("horizon-days", 28, 0, 3660)),
            settings -> new HasDueDate(settings.field("field"), settings.number("horizon-days")));

    @Override
    public RuleResult examine(IssueView item, EvaluationContext now) {
        if (!item.has(field)) {
            return UnusableRule.withoutField(KIND, field);
        }
        Optional<LocalDate> due = item.date(field);
        if (due.isEmpty()) {
            return RuleResult.blocked(Finding.on(field, "decision-gates.rule.has-due-date.missing"));
        }
        long daysAhead = due.get().toEpochDay() - now.today().toEpochDay();
        if (daysAhead < 0 && item.changes(field)) {
            return RuleResult
                    .blocked(Finding.on(field, "decision-gates.rule.has-due-date.past", due.get().toString(), now.today().toString()));
        }
        if (horizonDays > 0 && daysAhead > horizonDays) {
            String last = now.today().plusDays(horizonDays).toString();
            return RuleResult.blocked(Finding.on(field, "decision-gates.rule.has-due-date.beyond-horizon", due.get().toString(), last));
        }
        return RuleResult.passed();
    }
}
