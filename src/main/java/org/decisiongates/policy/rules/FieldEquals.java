package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Reference;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/**
 * Fails unless a field of options, labels or the like holds what is chosen, or nothing of it.
 *
 * @param options    the host's ids of what is chosen
 * @param comparison what has to be so
 */
public record FieldEquals(Field field, List<String> options, Comparison comparison) implements Rule {

    private static final Field PRIORITY = new Field("priority");
    private static final Choice HIGH = new Choice("2", "High");
    private static final Choice LOW = new Choice("4", "Low");

    /** How the values of the field and the chosen ones compare. */
    enum Comparison {
        /** One value at least is a chosen one. */
        ANY,
        /** Every value is a chosen one, and there is one. */
        ONLY,
        /** No value is a chosen one. */
        NONE
    }

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("field-equals",
            List.of(Setting.field(Setting.Type.OPTION_FIELD, PRIORITY), Setting.choice("comparison", "any", "only", "none"),
                    Setting.list("options", Setting.Type.OPTIONS, 1, 50)),
            Set.of(),
            List.of(RuleExample.passes("it holds one of them", holding(HIGH)).with(high("any")),
                    RuleExample.passes("it holds another one, too", holding(HIGH, LOW)).with(high("any")),
                    RuleExample.passes("it is empty and must not hold one of them", IssueSnapshot.EMPTY).with(high("none")),
                    RuleExample.fails("it is empty", IssueSnapshot.EMPTY, "decision-gates.rule.field-equals.missing").with(high("any")),
                    RuleExample.fails("it holds none of them", holding(LOW), "decision-gates.rule.field-equals.other").with(high("any")),
                    RuleExample.fails("it holds one that is not allowed, too", holding(HIGH, LOW),
                            "decision-gates.rule.field-equals.excluded").with(high("only")),
                    RuleExample.fails("it holds one that is ruled out", holding(HIGH), "decision-gates.rule.field-equals.excluded")
                            .with(high("none"))),
            settings -> new FieldEquals(settings.field("field"), settings.list("options"),
                    Comparison.valueOf(settings.text("comparison").toUpperCase(Locale.ROOT))));

    public FieldEquals {
        options = List.copyOf(options);
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        List<Choice> held = issue.choices(field);
        if (held.isEmpty()) {
            return comparison == Comparison.NONE ? RuleResult.passed()
                    : RuleResult.failed(Finding.on(field, "decision-gates.rule.field-equals.missing"));
        }
        if (comparison == Comparison.ANY) {
            return held.stream().anyMatch(this::isChosen) ? RuleResult.passed()
                    : RuleResult.failed(Finding.on(field, "decision-gates.rule.field-equals.other", optionNames(issue), names(held)));
        }
        List<Choice> excluded = held.stream().filter(choice -> isChosen(choice) == (comparison == Comparison.NONE)).toList();
        return excluded.isEmpty() ? RuleResult.passed()
                : RuleResult.failed(Finding.on(field, "decision-gates.rule.field-equals.excluded", names(excluded)));
    }

    private boolean isChosen(Choice choice) {
        return options.contains(choice.id());
    }

    private String optionNames(IssueView issue) {
        return options.stream().map(id -> issue.nameOf(Reference.toOption(field, id)).orElse(id)).distinct()
                .collect(Collectors.joining(", "));
    }

    private static String names(List<Choice> choices) {
        return choices.stream().map(Choice::name).distinct().collect(Collectors.joining(", "));
    }

    private static Map<String, String> high(String comparison) {
        return Map.of("options", HIGH.id(), "comparison", comparison);
    }

    private static IssueSnapshot holding(Choice... choices) {
        return IssueSnapshot.EMPTY.with(PRIORITY, choices);
    }
}
