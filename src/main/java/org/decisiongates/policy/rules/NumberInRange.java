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

/** Fails unless the number in a field is between two numbers, both of which are allowed; either may be left open. */
public record NumberInRange(Field field, Optional<BigDecimal> least, Optional<BigDecimal> most) implements Rule {

    private static final Field COST = new Field("customfield_10201");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("number-in-range",
            List.of(Setting.field("field", Setting.Type.NUMBER_FIELD), Setting.optional("least", Setting.Type.DECIMAL),
                    Setting.optional("most", Setting.Type.DECIMAL)),
            Set.of(),
            List.of(RuleExample.passes("it is the least that is allowed", costing("1")).with(set("1.00", "5")),
                    RuleExample.passes("it is more than the least, and there is no most", costing("1000000")).with(set("0.5", "")),
                    RuleExample.passes("it is the one number that is allowed", costing("-3")).with(set("-3", "-3")),
                    RuleExample.fails("there is no number", IssueSnapshot.EMPTY, "decision-gates.rule.number-in-range.missing")
                            .with(set("1", "5")),
                    RuleExample.fails("it is less than the least", costing("0.99"), "decision-gates.rule.number-in-range.too-small")
                            .with(set("1", "5")),
                    RuleExample.fails("it is more than the most", costing("5.01"), "decision-gates.rule.number-in-range.too-large")
                            .with(set("", "5"))),
            settings -> new NumberInRange(settings.field("field"), settings.decimal("least"), settings.decimal("most")).unlessOpen());

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        Optional<BigDecimal> number = issue.number(field);
        if (number.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.number-in-range.missing"));
        }
        if (least.isPresent() && number.get().compareTo(least.get()) < 0) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.number-in-range.too-small", least.get().toPlainString(),
                    number.get().toPlainString()));
        }
        if (most.isPresent() && number.get().compareTo(most.get()) > 0) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.number-in-range.too-large", most.get().toPlainString(),
                    number.get().toPlainString()));
        }
        return RuleResult.passed();
    }

    /** A range that holds every number or none was set by mistake. */
    private Rule unlessOpen() {
        if (least.isEmpty() && most.isEmpty()) {
            return new UnusableRule(Finding.general("decision-gates.gate.error.nothing-set", DEFINITION.key(), "least, most"));
        }
        return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0
                ? new UnusableRule(
                        Finding.general("decision-gates.gate.error.setting", DEFINITION.key(), "most", most.get().toPlainString()))
                : this;
    }

    private static Map<String, String> set(String least, String most) {
        return Map.of("field", COST.id(), "least", least, "most", most);
    }

    private static IssueSnapshot costing(String number) {
        return IssueSnapshot.EMPTY.with(COST, new BigDecimal(number));
    }
}
