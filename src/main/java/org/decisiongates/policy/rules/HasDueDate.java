package org.decisiongates.policy.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/**
 * Fails without a day by which the issue must be settled. A day that was in the future when it was set stays valid once it
 * has passed: an overdue issue must still be decidable.
 *
 * @param horizonDays how many days ahead the day may lie at most; 0 for as far as one likes
 */
public record HasDueDate(Field field, int horizonDays) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-due-date",
            List.of(Setting.field(Setting.Type.DATE_FIELD, Field.DUE_DATE), Setting.number("horizon-days", 28, 0, 3660)),
            Set.of(),
            List.of(RuleExample.passes("it is due in a week", due(7)), RuleExample.passes("it is due today", due(0)),
                    RuleExample.passes("it is due on the last day of the horizon", due(28)),
                    RuleExample.passes("the day has passed since it was set", due(-1)),
                    RuleExample.fails("there is no day", IssueSnapshot.EMPTY, "decision-gates.rule.has-due-date.missing"),
                    RuleExample.fails("a day is set that is past", due(-1), "decision-gates.rule.has-due-date.past")
                            .changing(Field.DUE_DATE),
                    RuleExample.fails("the day is beyond the horizon", due(29), "decision-gates.rule.has-due-date.beyond-horizon")),
            settings -> new HasDueDate(settings.field("field"), settings.number("horizon-days")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        Optional<LocalDate> due = issue.date(field);
        if (due.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-due-date.missing"));
        }
        long daysAhead = context.daysUntil(due.get());
        if (daysAhead < 0 && context.changes(field)) {
            return RuleResult
                    .failed(Finding.on(field, "decision-gates.rule.has-due-date.past", due.get(), context.today()));
        }
        if (horizonDays > 0 && daysAhead > horizonDays) {
            LocalDate last = context.today().plusDays(horizonDays);
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-due-date.beyond-horizon", due.get(), last));
        }
        return RuleResult.passed();
    }

    private static IssueSnapshot due(int days) {
        return IssueSnapshot.EMPTY.with(Field.DUE_DATE, RuleExample.TODAY.plusDays(days));
    }
}
