package org.decisiongates.policy.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
 * Fails unless the day in a field lies within so many days of the day of the evaluation.
 *
 * @param daysAgo   how many days ago it may be at most
 * @param daysAhead how many days ahead it may be at most
 */
public record DateWithin(Field field, int daysAgo, int daysAhead) implements Rule {

    private static final int TEN_YEARS = 3660;

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("date-within",
            List.of(Setting.field(Setting.Type.DATE_FIELD, Field.DUE_DATE), Setting.number("days-ago", 0, 0, TEN_YEARS),
                    Setting.number("days-ahead", 28, 0, TEN_YEARS)),
            Set.of(),
            List.of(RuleExample.passes("it is today", due(0)), RuleExample.passes("it is on the last day that is allowed", due(28)),
                    RuleExample.passes("it was three days ago, and a week is allowed", due(-3)).with(Map.of("days-ago", "7")),
                    RuleExample.fails("there is no day", IssueSnapshot.EMPTY, "decision-gates.rule.date-within.missing"),
                    RuleExample.fails("it was yesterday", due(-1), "decision-gates.rule.date-within.too-early"),
                    RuleExample.fails("it is a day too late", due(29), "decision-gates.rule.date-within.too-late")),
            settings -> new DateWithin(settings.field("field"), settings.number("days-ago"), settings.number("days-ahead")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        Optional<LocalDate> day = issue.date(field);
        if (day.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.date-within.missing"));
        }
        long ahead = context.daysUntil(day.get());
        if (ahead < -daysAgo) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.date-within.too-early",
                    context.today().minusDays(daysAgo), day.get()));
        }
        if (ahead > daysAhead) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.date-within.too-late",
                    context.today().plusDays(daysAhead), day.get()));
        }
        return RuleResult.passed();
    }

    private static IssueSnapshot due(int days) {
        return IssueSnapshot.EMPTY.with(Field.DUE_DATE, RuleExample.TODAY.plusDays(days));
    }
}
