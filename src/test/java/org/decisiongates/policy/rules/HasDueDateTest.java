package org.decisiongates.policy.rules;

import static org.decisiongates.fixture.IssueViews.TODAY;
import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.decisiongates.policy.rules.RuleResults.assertBlocks;
import static org.decisiongates.policy.rules.RuleResults.assertCannotRun;
import static org.decisiongates.policy.rules.RuleResults.assertPasses;

import java.time.LocalDate;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.Rule;

public class HasDueDateTest {

    private final Rule rule = new HasDueDate(Field.DUE_DATE, 28);

    @Test
    public void blocksAnItemWithoutADay() {
        assertBlocks(rule, anEmptyItem(), Field.DUE_DATE, "decision-gates.rule.has-due-date.missing");
        assertBlocks(rule, anItem().dueNever().changing(Field.DUE_DATE), Field.DUE_DATE, "decision-gates.rule.has-due-date.missing");
    }

    @Test
    public void allowsEveryDayFromTodayToTheHorizon() {
        for (int days : new int[] {0, 1, 27, 28}) {
            assertPasses(rule, anItem().dueOn(TODAY.plusDays(days)));
            assertPasses(rule, anItem().dueOn(TODAY.plusDays(days)).changing(Field.DUE_DATE));
        }
    }

    @Test
    public void blocksADayThatIsPastWhenItIsSet() {
        assertBlocks(rule, anItem().dueOn(TODAY.minusDays(1)).changing(Field.DUE_DATE), Field.DUE_DATE,
                "decision-gates.rule.has-due-date.past", LocalDate.parse("2026-11-17"), LocalDate.parse("2026-11-18"));
        assertBlocks(rule, anItem().dueOn(LocalDate.MIN).changing(Field.DUE_DATE), Field.DUE_DATE,
                "decision-gates.rule.has-due-date.past", LocalDate.MIN, LocalDate.parse("2026-11-18"));
    }

    @Test
    public void passesAnOverdueItemWhoseDayWasSetEarlier() {
        assertPasses(rule, anItem().dueOn(TODAY.minusDays(1)));
        assertPasses(rule, anItem().dueOn(TODAY.minusYears(3)).changing(Field.OWNER));
    }

    @Test
    public void blocksADayBeyondTheHorizonWhoeverSetIt() {
        assertBlocks(rule, anItem().dueOn(TODAY.plusDays(29)), Field.DUE_DATE,
                "decision-gates.rule.has-due-date.beyond-horizon", LocalDate.parse("2026-12-17"), LocalDate.parse("2026-12-16"));
        assertBlocks(rule, anItem().dueOn(LocalDate.MAX).changing(Field.DUE_DATE), Field.DUE_DATE,
                "decision-gates.rule.has-due-date.beyond-horizon", LocalDate.MAX, LocalDate.parse("2026-12-16"));
    }

    @Test
    public void hasNoHorizonAtZeroDays() {
        assertPasses(new HasDueDate(Field.DUE_DATE, 0), anItem().dueOn(LocalDate.MAX).changing(Field.DUE_DATE));
    }

    @Test
    public void readsTheFieldItWasGiven() {
        Field review = new Field("customfield_10300");
        Rule ofTheReview = new HasDueDate(review, 28);
        assertBlocks(ofTheReview, anItem(), review, "decision-gates.rule.has-due-date.missing");
        assertPasses(ofTheReview, anEmptyItem().dated(review, TODAY));
    }

    @Test
    public void cannotRunOnceTheFieldIsGone() {
        assertCannotRun(rule, anItem().without(Field.DUE_DATE), "decision-gates.gate.error.field", "has-due-date", "duedate");
    }
}
