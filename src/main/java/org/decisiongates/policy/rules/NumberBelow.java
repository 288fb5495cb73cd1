package org.decisiongates.policy.rules;

import java.math.BigDecimal;
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
 * Fails unless the number in a field is below that in another one.
 *
 * @param equal whether the same number is allowed
 */
public record NumberBelow(Field field, Field other, boolean equal) implements Rule {

    private static final Field COST = new Field("customfield_10201");
    private static final Field BUDGET = new Field("customfield_10202");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("number-below",
            List.of(Setting.field("field", Setting.Type.NUMBER_FIELD), Setting.field("other-field", Setting.Type.NUMBER_FIELD),
                    Setting.choice("comparison", "below", "at-most")),
            Set.of(),
            List.of(RuleExample.passes("it is below the other", numbers("4.99", "5")).with(set("below")),
                    RuleExample.passes("it is the same number, which is allowed", numbers("5.0", "5")).with(set("at-most")),
                    RuleExample.fails("there is no number", IssueSnapshot.EMPTY.with(BUDGET, BigDecimal.ONE),
                            "decision-gates.rule.number-below.missing").with(set("below")),
                    RuleExample.fails("the other field is empty", IssueSnapshot.EMPTY.with(COST, BigDecimal.ONE),
                            "decision-gates.rule.number-below.other-missing").with(set("below")),
                    RuleExample.fails("it is the same number", numbers("5.0", "5"), "decision-gates.rule.number-below.not-below")
                            .with(set("below")),
                    RuleExample.fails("it is above the other", numbers("5.01", "5"), "decision-gates.rule.number-below.above")
                            .with(set("at-most"))),
            settings -> new NumberBelow(settings.field("field"), settings.field("other-field"),
                    settings.text("comparison").equals("at-most")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        for (Field read : List.of(field, other)) {
            if (!issue.has(read)) {
                return UnusableRule.withoutField(DEFINITION, read);
            }
        }
        Optional<BigDecimal> number = issue.number(field);
        Optional<BigDecimal> bound = issue.number(other);
        if (number.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.number-below.missing"));
        }
        if (bound.isEmpty()) {
            return RuleResult.failed(Finding.on(other, "decision-gates.rule.number-below.other-missing"));
        }
        int order = number.get().compareTo(bound.get());
        if (order < 0 || equal && order == 0) {
            return RuleResult.passed();
        }
        String finding = equal ? "decision-gates.rule.number-below.above" : "decision-gates.rule.number-below.not-below";
        return RuleResult.failed(Finding.on(field, finding, bound.get().toPlainString(), number.get().toPlainString()));
    }

    private static Map<String, String> set(String comparison) {
        return Map.of("field", COST.id(), "other-field", BUDGET.id(), "comparison", comparison);
    }

    private static IssueSnapshot numbers(String cost, String budget) {
        return IssueSnapshot.EMPTY.with(COST, new BigDecimal(cost)).with(BUDGET, new BigDecimal(budget));
    }
}
