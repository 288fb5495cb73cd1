package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertFalse;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;

public class NumberBelowTest {

    private static final Field COST = new Field("customfield_10300");
    private static final Field BUDGET = new Field("customfield_10301");

    @Test
    public void comparesNumbersAndNotTheirDigits() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(COST, new BigDecimal("9")).with(BUDGET, new BigDecimal("10.0"));
        assertSays(new NumberBelow(COST, BUDGET, false), issue);
        assertSays(new NumberBelow(BUDGET, COST, true), issue,
                Finding.on(BUDGET, "decision-gates.rule.number-below.above", "9", "10.0"));
    }

    @Test
    public void cannotRunUntilBothFieldsAreChosen() {
        assertFalse(ConfiguredRule.of(NumberBelow.DEFINITION).isSound());
        assertFalse(ConfiguredRule.of(NumberBelow.DEFINITION, Map.of("field", COST.id()), Optional.empty()).isSound());
    }
}
