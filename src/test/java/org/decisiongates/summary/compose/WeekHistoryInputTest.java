package org.decisiongates.summary.compose;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.fixture.Summaries;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.Metrics;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.summary.ClosedWeek;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.TileSeries;
import org.decisiongates.summary.WeekHistory;
import org.decisiongates.summary.WeekSnapshot;
import org.decisiongates.summary.WeekState;

/** What closed weeks say beside week 2026-W47. */
public class WeekHistoryInputTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    @Test
    public void tellsWhatIsDifferentSinceTheWeekBefore() {
        WeekHistory history = history(List.of(closed("2026-W46", false, 1, 2)), 1, 3, 4);
        assertEquals("2026-W46", history.difference().orElseThrow().since());
        assertEquals(2, history.difference().orElseThrow().blockers().added());
        assertEquals(1, history.difference().orElseThrow().blockers().left());
        assertEquals(Optional.empty(), history.comparison());
    }

    @Test
    public void tellsNoDifferenceSinceAnotherWeek() {
        assertEquals(Optional.empty(), history(List.of(closed("2026-W45", false, 1, 2)), 1).difference());
        assertEquals(Optional.empty(), history(List.of(), 1).difference());
    }

    @Test
    public void tellsNoDifferenceSinceAWeekThatListsAPart() {
        assertEquals(Optional.empty(), history(List.of(closed("2026-W46", true, 1)), 1).difference());
    }

    @Test
    public void comparesWithTheWeekThatIsAskedFor() {
        ClosedWeek old = closed("2026-W40", true, 1);
        WeekHistory history = new WeekHistoryInput(Optional.of(state(1)), List.of(), Optional.of(old), id -> true, false)
                .history(Summaries.empty());
        assertEquals("2026-W40", history.comparison().orElseThrow().from());
        assertEquals("2026-W47", history.comparison().orElseThrow().to());
        assertEquals("closed weeks count what is hidden", Optional.empty(), history.series());
    }

    @Test
    public void drawsEightWeeksAndLeavesGaps() {
        List<TileSeries> series = history(List.of(closed("2026-W46", false, 1, 2), closed("2026-W44", false), closed("2026-W43", true, 1),
                closed("2026-W30", false, 1)), 1).series().orElseThrow();
        assertEquals(List.of("overdue", "blocker-surfacing-lead", "post-pilot-execution-stability", "pilot-decision-velocity"),
                series.stream().map(TileSeries::name).toList());
        assertEquals(IntStream.rangeClosed(40, 47).mapToObj(week -> "2026-W" + week).toList(),
                series.get(0).points().stream().map(TileSeries.Point::week).toList());
        assertEquals("listed in part, the number is not known", List.of("", "", "", "", "0", "", "2", "0"), values(series.get(0)));
        assertEquals(List.of("", "", "", "0.5", "0.5", "", "0.5", ""), values(series.get(1)));
    }

    private static List<String> values(TileSeries series) {
        return series.points().stream().map(point -> point.value().map(BigDecimal::toPlainString).orElse("")).toList();
    }

    private static WeekHistory history(List<ClosedWeek> before, long... open) {
        return new WeekHistoryInput(Optional.of(state(open)), before, Optional.empty(), id -> true, true).history(Summaries.empty());
    }

    private static WeekState state(long... open) {
        return new WeekState("2026-W47", NOW, overdue(open), Listing.of(List.of()), Listing.of(List.of()), Listing.of(List.of()),
                Listing.of(List.of()));
    }

    private static ClosedWeek closed(String week, boolean isCut, long... open) {
        Listing<SnapshotEntry<OpenItem>> blockers = overdue(open);
        return new ClosedWeek(week, NOW.minusSeconds(4 * 24 * 60 * 60), false, new WeekSnapshot("UTC",
                isCut ? new Listing<>(blockers.rows(), blockers.total() + 1) : blockers, Listing.of(List.of()), Listing.of(List.of()),
                Listing.of(List.of()), new GateTally(0, 0, 0, 0, 0, List.of()),
                List.of(Some.figure(Metrics.BLOCKER_SURFACING_LEAD.key(), "0.5", Figure.ENOUGH)), Listing.of(List.of()), OpenTallies.NONE,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Listing<SnapshotEntry<OpenItem>> overdue(long... issues) {
        List<SnapshotEntry<OpenItem>> rows = new ArrayList<>();
        for (long issue : issues) {
            rows.add(new SnapshotEntry<>(issue, Some.item("SHOP-" + issue, "due-1")));
        }
        return Listing.of(rows);
    }
}
