package org.decisiongates.summary;

import static org.decisiongates.fixture.HeaderBuilder.aHeader;
import static org.decisiongates.fixture.OpenItemBuilder.anOpenItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OwnerLoad;

/** However much there is to say, the reply fits, can be read, and says how much there is. */
public class SummaryLimitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final BigDecimal LONG_NUMBER = new BigDecimal("-0." + "7".repeat(34));
    private static final List<String> COSTLY = List.of("\ud83d\ude80", "\u0001", "語", "\ud83d", "\"", "é", "a");

    @Test
    public void fitsWhateverTheTextsAreMadeOf() throws Exception {
        for (String costly : COSTLY) {
            fitting(full(costly.repeat(5_000), costly.repeat(5_000)));
            WeeklySummary read = fitting(full(costly.repeat(5_000), "SHOP"));

            for (Listing<?> section : List.of(read.blockers(), read.decisions(), read.owners(), read.movement(), read.closures(),
                    read.reopened(),
                    read.figures(), read.asks())) {
                assertEquals(5_000, section.total());
                assertTrue(costly + " leaves no row of a section", section.rows().size() > 0);
            }
        }
    }

    @Test
    public void keepsTwoHundredRowsThatAreShortEnough() throws Exception {
        WeeklySummary some = Summaries.blockers(200, 200);
        OpenItem row = anOpenItem().key("SHOP-12345").summary("A title as people write them, neither short nor long, about checkout")
                .in("In review").ownedBy("Owner").overdueSince(DAY).open(123).item();
        WeeklySummary summary = SummaryBuilder.like(some).blockers(new Listing<>(Collections.nCopies(200, row), 200))
                .decisions(Summaries.empty().decisions()).summary();

        assertEquals(summary, fitting(summary));
    }

    @Test
    public void shortensTextsBeforeItLeavesOutRows() throws Exception {
        WeeklySummary read = fitting(blockers("b".repeat(5_000), 100));

        assertEquals(100, read.blockers().rows().size());
        assertEquals("b".repeat(119) + "…", read.blockers().rows().get(0).summary());
    }

    @Test
    public void leavesOutTheLastRowsOfTheLargestSection() throws Exception {
        WeeklySummary read = fitting(full("a".repeat(300), "SHOP"));

        assertTrue(read.blockers().rows().size() < 200 && read.asks().total() == 5_000);
        assertTrue(read.asks().rows().size() > read.blockers().rows().size());
    }

    @Test
    public void cutsAnEssayWithoutHalvingACharacter() throws Exception {
        OpenItem read = fitting(blockers("a" + "\ud83d\ude80".repeat(500_000), 1)).blockers().rows().get(0);

        assertEquals("a" + "\ud83d\ude80".repeat(149) + "…", read.summary());
    }

    @Test
    public void leavesOutAMovementThatCannotBeWrittenOutAndCountsIt() throws Exception {
        for (String number : List.of("1e999", "1e-999", "-1e2000000000")) {
            ImpactMovement movement = new ImpactMovement("Conversion", "%", Direction.UP, new BigDecimal(number), Optional.empty(),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO, BigDecimal.ZERO, 1);
            WeeklySummary some = Summaries.empty();
            WeeklySummary read = fitting(
                    SummaryBuilder.like(some).movement(Listing.of(List.of(movement))).summary());

            assertEquals(new Listing<>(List.of(), 1), read.movement());
        }
    }

    @Test
    public void leavesOutADueDateOfAYearThatNobodyWrites() throws Exception {
        for (int year : List.of(-1, 0, 9999, 12_025, LocalDate.MAX.getYear())) {
            OpenItem item = new OpenItem("SHOP-1", "Typed in a hurry", "Open", Optional.empty(), true,
                    Optional.of(LocalDate.of(year, 1, 1)), false, 0, "", true,
                    false);
            WeeklySummary some = Summaries.empty();
            WeeklySummary read = fitting(
                    SummaryBuilder.like(some).blockers(Listing.of(List.of(item))).summary());

            assertEquals(Optional.empty(), read.blockers().rows().get(0).due());
        }
    }

    private static WeeklySummary fitting(WeeklySummary summary) throws UnreadableJsonException {
        String text = SummaryJson.write(summary);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes + " bytes", bytes <= SummaryJson.MAX_REPLY_LENGTH);
        return SummaryJson.read(text);
    }

    private static WeeklySummary blockers(String text, int count) {
        WeeklySummary some = Summaries.empty();
        return SummaryBuilder.like(some).blockers(new Listing<>(Collections.nCopies(count, item(text)), count)).summary();
    }

    private static OpenItem item(String text) {
        return new OpenItem("SHOP-1", text, "Open", Optional.empty(), true, Optional.of(DAY), false, 99_999, text, true, false);
    }

    /** Every list is full, every text of a row is {@code text}. */
    private static WeeklySummary full(String text, String name) {
        int rows = 200;
        OpenItem item = anOpenItem().key(text).summary(text).in(text).ownedBy(text).overdueSince(DAY).open(Long.MAX_VALUE).fallback(text)
                .customerFacing().escalated().item().ownedBy(Optional.of(text))
                .expecting(Collections.nCopies(100, new ExpectedImpact(text, text, Direction.DOWN, LONG_NUMBER)));
        SummaryHeader header = aHeader().week(name).zone("America/Argentina/ComodRivadavia")
                .asOf(Instant.parse("2026-11-20T09:15:00.123456789Z")).browseUrl(name)
                .frozenAt(Optional.of(Instant.parse("2026-11-20T09:15:00.123456789Z"))).enabled(false)
                .numbers(SummaryHeader.Numbers.TOO_MANY).header();
        return new WeeklySummary(new SummaryScope(SummaryScope.Kind.PROJECT, name, name), header,
                new Headline(name, Collections.nCopies(100, Long.MAX_VALUE)),
                Collections.nCopies(100,
                        new Question(name, Question.Answer.NOT_ENOUGH_DATA, Optional.of(LONG_NUMBER), Optional.of(LONG_NUMBER),
                                Long.MAX_VALUE)),
                times(rows, item), times(rows, item),
                times(rows,
                        new OwnerLoad(Optional.of(text), true, Long.MAX_VALUE, Long.MAX_VALUE, Optional.of(DAY), Long.MAX_VALUE,
                                Collections.nCopies(5, "VERYLONGKEY-1234567"))),
                times(rows,
                        new ImpactMovement(text, text, Direction.DOWN, LONG_NUMBER, Optional.of(LONG_NUMBER), LONG_NUMBER, LONG_NUMBER,
                                LONG_NUMBER, LONG_NUMBER,
                                Long.MAX_VALUE)),
                times(rows, new Closure(text, text, true, text, Optional.of(text), DAY, Optional.of(text), Optional.of(text),
                        Optional.of(new Closure.IssueName(1, text)))),
                times(rows, new Reopening(text, text, true, Optional.of(text), DAY)),
                new GateTally(Long.MAX_VALUE, 0, 0, 0, 0, Collections.nCopies(100, new GateTally.RuleCount(text, Long.MAX_VALUE))),
                times(rows, new Figure(text, Optional.of(LONG_NUMBER), 1, true, Optional.of(LONG_NUMBER), Map.of("p85-days", LONG_NUMBER),
                        Collections.nCopies(20, "VERYLONGKEY-1234567"), 5)),
                times(rows, new WeekAction(text, text, text, Optional.of(text), Optional.of(text), Optional.of(DAY))),
                Optional.of(times(rows, new OwedRuleItem(text, text, text, text, DAY, Long.MAX_VALUE, Optional.of(text), false,
                        Optional.of(DAY), true, Optional.of(text)))),
                Optional.of(times(rows, new WaivedRuleItem(text, text, text, text, text, Optional.of(text), DAY, List.of(text)))),
                Optional.of(history(text, name)),
                Optional.of(times(rows, new RiskItem(text, text, text, text, Optional.of(text), Optional.of(DAY)))),
                Optional.of(new FeedbackCounts(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)),
                Optional.of(new ApprovalCounts(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)));
    }

    private static WeekHistory history(String text, String name) {
        ItemDifferenceCounts counts = new ItemDifferenceCounts(false, Long.MAX_VALUE, 0, 0, 0, 0, 0, Long.MAX_VALUE);
        return new WeekHistory(Optional.of(new WeekDifference(name, counts, counts)),
                Optional.of(Collections.nCopies(100,
                        new TileSeries(name, Collections.nCopies(100, new TileSeries.Point(name, Optional.of(LONG_NUMBER)))))),
                Optional.of(new WeekComparison(name, name, counts, counts,
                        times(200, new ItemDifference(text, text, text, true, Optional.of(text), Optional.of(text), Optional.of(DAY),
                                Optional.of(DAY), Optional.of(new EstimateChange(text, text, LONG_NUMBER, LONG_NUMBER, LONG_NUMBER,
                                        LONG_NUMBER)),
                                Optional.of(text), Optional.of(text))))));
    }

    private static <T> Listing<T> times(int rows, T row) {
        return new Listing<>(Collections.nCopies(rows, row), 5_000);
    }
}
