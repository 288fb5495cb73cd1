package org.decisiongates.summary.compose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricDefinition;
import org.decisiongates.metric.Metrics;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.summary.ClosedWeek;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.TileSeries;
import org.decisiongates.summary.WeekSnapshot;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Week;

/** Puts the numbers of the tiles in a row with those of the closed weeks before. */
final class TileSeriesBuilder {

    private static final List<MetricDefinition> METRICS = List.of(Metrics.BLOCKER_SURFACING_LEAD, Metrics.POST_PILOT_EXECUTION_STABILITY,
            Metrics.PILOT_DECISION_VELOCITY);

    private final WeeklySummary summary;
    private final List<ClosedWeek> closed;

    private TileSeriesBuilder(WeeklySummary summary, List<ClosedWeek> closed) {
        this.summary = summary;
        this.closed = closed;
    }

    /** @param closed weeks whose seals hold, in any order; the reader may see all that they count */
    public static List<TileSeries> of(WeeklySummary summary, List<ClosedWeek> closed) {
        TileSeriesBuilder builder = new TileSeriesBuilder(summary, closed);
        List<TileSeries> series = new ArrayList<>();
        series.add(builder.series(TileSeries.OVERDUE, builder.overdue(), TileSeriesBuilder::overdue));
        METRICS.forEach(metric -> series.add(builder.series(metric.key(), value(metric, summary.figures().rows()),
                week -> value(metric, week.figures()))));
        return series;
    }

    private TileSeries series(String name, Optional<BigDecimal> now, Function<WeekSnapshot, Optional<BigDecimal>> then) {
        List<TileSeries.Point> points = new ArrayList<>();
        points.add(new TileSeries.Point(summary.header().week(), now.or(() -> then(summary.header().week(), then))));
        Week week = Week.parse(summary.header().week());
        while (points.size() < TileSeries.WEEKS && week.hasPrevious()) {
            week = week.previous();
            String text = week.text();
            points.add(0, new TileSeries.Point(text, then(text, then)));
        }
        return new TileSeries(name, points);
    }

    private Optional<BigDecimal> then(String week, Function<WeekSnapshot, Optional<BigDecimal>> number) {
        return closed.stream().filter(one -> one.week().equals(week)).findFirst().map(ClosedWeek::content).flatMap(number);
    }

    private Optional<BigDecimal> overdue() {
        return summary.blockers().isWhole() && summary.decisions().isWhole()
                ? Optional.of(BigDecimal.valueOf(overdue(summary.blockers().rows()) + overdue(summary.decisions().rows())))
                : Optional.empty();
    }

    private static Optional<BigDecimal> overdue(WeekSnapshot week) {
        Optional<Long> blockers = overdue(week.blockers(), week.open().blockers());
        Optional<Long> decisions = overdue(week.decisions(), week.open().decisions());
        return blockers.flatMap(some -> decisions.map(others -> BigDecimal.valueOf(some + others)));
    }

    /** @param known what is known of all that was open, where not all is listed */
    private static Optional<Long> overdue(Listing<SnapshotEntry<OpenItem>> listed, Optional<OpenTally> known) {
        return listed.isWhole() ? Optional.of(overdue(listed.map(SnapshotEntry::row).rows())) : known.map(OpenTally::overdue);
    }

    private static long overdue(List<OpenItem> items) {
        return items.stream().filter(OpenItem::overdue).count();
    }

    private static Optional<BigDecimal> value(MetricDefinition metric, List<Figure> figures) {
        return metric.in(figures).flatMap(Figure::value);
    }
}
