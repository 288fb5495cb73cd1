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
 * Fails unless the day in a field is before that in another one.
 *
 * @param sameDay whether it may be the same day
 */
public record DateBefore(Field field, Field other, boolean sameDay) implements Rule {

    private static final Field LAUNCH = new Field("customfield_10200");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("date-before",
            List.of(Setting.field(Setting.Type.DATE_FIELD, Field.DUE_DATE), Setting.field("other-field", Setting.Type.DATE_FIELD),
                    Setting.choice("comparison", "before", "not-after")),
            Set.of(),
            List.of(RuleExample.passes("it is a day before the other", days(7, 8)).with(launch("before")),
                    RuleExample.passes("it is the same day, which is allowed", days(8, 8)).with(launch("not-after")),
                    RuleExample.fails("there is no day", IssueSnapshot.EMPTY.with(LAUNCH, RuleExample.TODAY),
                            "decision-gates.rule.date-before.missing").with(launch("before")),
                    RuleExample.fails("the other field is empty", IssueSnapshot.EMPTY.with(Field.DUE_DATE, RuleExample.TODAY),
                            "decision-gates.rule.date-before.other-missing").with(launch("before")),
                    RuleExample.fails("it is the same day", days(8, 8), "decision-gates.rule.date-before.not-before")
                            .with(launch("before")),
                    RuleExample.fails("it is a day after the other", days(9, 8), "decision-gates.rule.date-before.after")
                            .with(launch("not-after"))),
            settings -> new DateBefore(settings.field("field"), settings.field("other-field"),
                    settings.text("comparison").equals("not-after")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        for (Field read : List.of(field, other)) {
            if (!issue.has(read)) {
                return UnusableRule.withoutField(DEFINITION, read);
            }
        }
        Optional<LocalDate> day = issue.date(field);
        Optional<LocalDate> bound = issue.date(other);
        if (day.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.date-before.missing"));
        }
        if (bound.isEmpty()) {
            return RuleResult.failed(Finding.on(other, "decision-gates.rule.date-before.other-missing"));
        }
        if (day.get().isBefore(bound.get()) || sameDay && day.equals(bound)) {
            return RuleResult.passed();
        }
        String finding = sameDay ? "decision-gates.rule.date-before.after" : "decision-gates.rule.date-before.not-before";
        return RuleResult.failed(Finding.on(field, finding, bound.get(), day.get()));
    }

    private static Map<String, String> launch(String comparison) {
        return Map.of("other-field", LAUNCH.id(), "comparison", comparison);
    }

    private static IssueSnapshot days(int due, int launch) {
        return IssueSnapshot.EMPTY.with(Field.DUE_DATE, RuleExample.TODAY.plusDays(due)).with(LAUNCH, RuleExample.TODAY.plusDays(launch));
    }
}
