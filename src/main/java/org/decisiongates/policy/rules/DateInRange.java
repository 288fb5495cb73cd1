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

/** Fails unless the day in a field is between two days, both of which are allowed; either may be left open. */
public record DateInRange(Field field, Optional<LocalDate> earliest, Optional<LocalDate> latest) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("date-in-range",
            List.of(Setting.field(Setting.Type.DATE_FIELD, Field.DUE_DATE), Setting.optional("earliest", Setting.Type.DAY),
                    Setting.optional("latest", Setting.Type.DAY)),
            Set.of(),
            List.of(RuleExample.passes("it is the first day of the range", due(1)).with(december()),
                    RuleExample.passes("it is the last day, and the range is open in front", due(31)).with(Map.of("latest", "2026-12-31")),
                    RuleExample.fails("there is no day", IssueSnapshot.EMPTY, "decision-gates.rule.date-in-range.missing").with(december()),
                    RuleExample.fails("it is a day too early", due(0), "decision-gates.rule.date-in-range.too-early").with(december()),
                    RuleExample.fails("it is a day too late", due(32), "decision-gates.rule.date-in-range.too-late").with(december())),
            settings -> new DateInRange(settings.field("field"), settings.day("earliest"), settings.day("latest")).unlessOpen());

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        Optional<LocalDate> day = issue.date(field);
        if (day.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.date-in-range.missing"));
        }
        if (earliest.isPresent() && day.get().isBefore(earliest.get())) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.date-in-range.too-early", earliest.get(),
                    day.get()));
        }
        if (latest.isPresent() && day.get().isAfter(latest.get())) {
            return RuleResult.failed(
                    Finding.on(field, "decision-gates.rule.date-in-range.too-late", latest.get(), day.get()));
        }
        return RuleResult.passed();
    }

    /** A range that holds every day or none was set by mistake. */
    private Rule unlessOpen() {
        if (earliest.isEmpty() && latest.isEmpty()) {
            return new UnusableRule(Finding.general("decision-gates.gate.error.nothing-set", DEFINITION.key(), "earliest, latest"));
        }
        return earliest.isPresent() && latest.isPresent() && earliest.get().isAfter(latest.get())
                ? new UnusableRule(
                        Finding.general("decision-gates.gate.error.setting", DEFINITION.key(), "latest", latest.get()))
                : this;
    }

    private static Map<String, String> december() {
        return Map.of("earliest", "2026-12-01", "latest", "2026-12-31");
    }

    /** @param day day of December, which may overflow */
    private static IssueSnapshot due(int day) {
        return IssueSnapshot.EMPTY.with(Field.DUE_DATE, LocalDate.of(2026, 11, 30).plusDays(day));
    }
}
