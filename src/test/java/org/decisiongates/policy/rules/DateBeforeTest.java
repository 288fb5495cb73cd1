package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertFalse;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;

public class DateBeforeTest {

    private static final Field LAUNCH = new Field("customfield_10300");

    @Test
    public void comparesDaysEvenWhereOneIsAMoment() {
        IssueSnapshot launchedAtNoon = IssueSnapshot.EMPTY.with(Field.DUE_DATE, RuleExample.TODAY).with(LAUNCH,
                Instant.parse("2026-11-18T12:00:00Z"));
        assertSays(new DateBefore(Field.DUE_DATE, LAUNCH, true), launchedAtNoon);
        assertSays(new DateBefore(Field.DUE_DATE, LAUNCH, false), launchedAtNoon,
                Finding.on(Field.DUE_DATE, "decision-gates.rule.date-before.not-before", LocalDate.parse("2026-11-18"),
                        LocalDate.parse("2026-11-18")));
    }

    @Test
    public void saysWhichOfTheTwoIsMissing() {
        Rule rule = new DateBefore(Field.DUE_DATE, LAUNCH, false);
        assertSays(rule, IssueSnapshot.EMPTY, Finding.on(Field.DUE_DATE, "decision-gates.rule.date-before.missing"));
        assertSays(rule, IssueSnapshot.EMPTY.with(Field.DUE_DATE, RuleExample.TODAY),
                Finding.on(LAUNCH, "decision-gates.rule.date-before.other-missing"));
    }

    @Test
    public void cannotRunUntilTheOtherFieldIsChosen() {
        assertFalse(ConfiguredRule.of(DateBefore.DEFINITION).isSound());
    }
}
