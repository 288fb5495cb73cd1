package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.time.LocalDate;
import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;

public class DateWithinTest {

    private final Rule rule = new DateWithin(Field.DUE_DATE, 7, 28);

    @Test
    public void allowsEveryDayFromTheFirstToTheLast() {
        for (int days : new int[] {-7, -6, 0, 27, 28}) {
            assertSays(rule, due(RuleExample.TODAY.plusDays(days)));
        }
    }

    @Test
    public void refusesTheDayBeforeTheFirstAndTheDayAfterTheLast() {
        for (LocalDate early : List.of(RuleExample.TODAY.minusDays(8), LocalDate.MIN)) {
            assertSays(rule, due(early),
                    Finding.on(Field.DUE_DATE, "decision-gates.rule.date-within.too-early", LocalDate.parse("2026-11-11"),
                            early));
        }
        for (LocalDate late : List.of(RuleExample.TODAY.plusDays(29), LocalDate.MAX)) {
            assertSays(rule, due(late),
                    Finding.on(Field.DUE_DATE, "decision-gates.rule.date-within.too-late", LocalDate.parse("2026-12-16"),
                            late));
        }
    }

    @Test
    public void refusesADayThatHasPassedSinceItWasSet() {
        assertSays(new DateWithin(Field.DUE_DATE, 0, 28), due(RuleExample.TODAY.minusDays(1)),
                Finding.on(Field.DUE_DATE, "decision-gates.rule.date-within.too-early", LocalDate.parse("2026-11-18"),
                        LocalDate.parse("2026-11-17")));
    }

    private static IssueSnapshot due(LocalDate day) {
        return IssueSnapshot.EMPTY.with(Field.DUE_DATE, day);
    }
}
