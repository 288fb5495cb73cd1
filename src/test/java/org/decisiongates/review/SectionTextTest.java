package org.decisiongates.review;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.Test;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowRevision;

/** What a section says, and whether it still says what a thread was opened about. */
public class SectionTextTest {

    private static final Field QUESTION = new Field("question");
    private static final IssueSnapshot ISSUE = IssueSnapshot.EMPTY.with(QUESTION, " Refund by card? ").with(Field.FALLBACK, "By voucher");

    @Test
    public void readsEverySection() {
        SectionText text = new SectionText(ISSUE,
                List.of(row(1, new DecisionOption("By card", "Fast", DecisionOption.State.OPEN)),
                        row(2, new Criterion("Quick", Optional.of(new Criterion.Target(new BigDecimal("300"), "ms")), Optional.empty(),
                                Criterion.State.OPEN)),
                        row(3, new TradeOff("No guests", "", Optional.empty())),
                        row(4, new ExceptionState(ExceptionState.Path.FAILURE, "The bank refuses", Optional.empty())),
                        row(5, new Evidence("A test run", Evidence.Source.LINK, "https://example.org/run", Optional.empty())),
                        row(6, new Risk("The bank leaves", Risk.State.OPEN, Optional.empty(), Optional.empty()))),
                List.of(new RowAtRevision<>(new RowRevision(1, 1), anImpactLine().of("Conversion").line())));

        assertEquals(Optional.of("Refund by card?"), text.of(ThreadSection.QUESTION, OptionalLong.empty()));
        assertEquals(Optional.of("By voucher"), text.of(ThreadSection.FALLBACK, OptionalLong.empty()));
        assertEquals(Optional.of(""), text.of(ThreadSection.WHOLE, OptionalLong.empty()));
        assertEquals(Optional.of("By card\nFast"), text.of(ThreadSection.OPTION, OptionalLong.of(1)));
        assertEquals(Optional.of("Quick\n300 ms"), text.of(ThreadSection.CRITERION, OptionalLong.of(2)));
        assertEquals(Optional.of("No guests"), text.of(ThreadSection.TRADE_OFF, OptionalLong.of(3)));
        assertEquals(Optional.of("The bank refuses"), text.of(ThreadSection.EXCEPTION_STATE, OptionalLong.of(4)));
        assertEquals(Optional.of("A test run\nhttps://example.org/run"), text.of(ThreadSection.EVIDENCE, OptionalLong.of(5)));
        assertTrue(text.of(ThreadSection.IMPACT_LINE, OptionalLong.of(1)).orElseThrow().startsWith("Conversion\n"));
    }

    @Test
    public void findsNothingWhereThereIsNoSuchSectionOrRow() {
        SectionText text = new SectionText(ISSUE.without(QUESTION), List.of(row(3, new TradeOff("No guests", "", Optional.empty()))),
                List.of());

        assertEquals(Optional.empty(), text.of(ThreadSection.QUESTION, OptionalLong.empty()));
        assertEquals("a row of another kind", Optional.empty(), text.of(ThreadSection.OPTION, OptionalLong.of(3)));
        assertEquals(Optional.empty(), text.of(ThreadSection.TRADE_OFF, OptionalLong.of(4)));
        assertEquals(Optional.empty(), text.of(ThreadSection.TRADE_OFF, OptionalLong.empty()));
        assertEquals(Optional.empty(), text.of(ThreadSection.FALLBACK, OptionalLong.of(1)));
    }

    @Test
    public void changesWithWhatWasQuoted() {
        ThreadAnchor anchor = new ThreadAnchor(ThreadSection.OPTION, OptionalLong.of(1), "By card");
        assertFalse(anchor.isChanged(Optional.of("By card")));
        assertTrue(anchor.isChanged(Optional.of("By voucher")));
        assertTrue("the row is gone", anchor.isChanged(Optional.empty()));
        assertFalse(new ThreadAnchor(ThreadSection.WHOLE, OptionalLong.empty(), "").isChanged(Optional.of("whatever")));

        ThreadAnchor longer = new ThreadAnchor(ThreadSection.FALLBACK, OptionalLong.empty(), "x".repeat(5_000));
        assertEquals(ThreadAnchor.MAX_QUOTED, longer.quoted().length());
        assertFalse(longer.isChanged(Optional.of("x".repeat(5_000))));
        assertTrue(longer.isChanged(Optional.of("x".repeat(1_000))));
    }

    private static RowAtRevision<IssueRecord> row(long id, IssueRecord row) {
        return new RowAtRevision<>(new RowRevision(id, 1), row);
    }
}
