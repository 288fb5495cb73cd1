package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertFalse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;

public class NumberInRangeTest {

    private static final Field COST = new Field("customfield_10300");

    @Test
    public void comparesNumbersAndNotTheirDigits() {
        Rule rule = new NumberInRange(COST, Optional.of(new BigDecimal("0.10")), Optional.of(new BigDecimal("10")));
        for (String inside : List.of("0.1", "0.100", "9", "10.00", "1E+1")) {
            assertSays(rule, costing(inside));
        }
        assertSays(rule, costing("1E+2"), Finding.on(COST, "decision-gates.rule.number-in-range.too-large", "10", "100"));
        assertSays(rule, costing("-5"), Finding.on(COST, "decision-gates.rule.number-in-range.too-small", "0.10", "-5"));
    }

    @Test
    public void cannotRunWithARangeOfEveryNumberOrOfNone() {
        for (Map<String, String> settings : List.of(Map.<String, String>of(), Map.of("field", COST.id()),
                Map.of("field", COST.id(), "least", "2", "most", "1.99"), Map.of("least", "1"))) {
            assertFalse(settings.toString(), ConfiguredRule.of(NumberInRange.DEFINITION, settings, Optional.empty()).isSound());
        }
    }

    private static IssueSnapshot costing(String number) {
        return IssueSnapshot.EMPTY.with(COST, new BigDecimal(number));
    }
}
