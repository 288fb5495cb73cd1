package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.decisiongates.metric.MetricDefinition;
import org.decisiongates.metric.Metrics;
import org.decisiongates.page.view.BarView;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.page.view.TrendView;
import org.decisiongates.summary.TileSeries;
import org.decisiongates.summary.WeekHistory;
import org.decisiongates.summary.WeeklySummary;

/** The numbers of the tiles over the last weeks: drawn beside each on a page, a table in a document. */
record TrendSection(WeekFormatter wording, WeeklySummary summary) {

    private static final int STEP = 12;
    private static final int WIDTH = 9;
    private static final int HEIGHT = 16;

    /** What is drawn beside a tile; empty where fewer than two weeks have a number, or nothing is drawn. */
    Optional<TrendView> of(String name) {
        return wording.on(Surface.PAGE)
                ? series().stream().filter(one -> one.name().equals(name) && values(one).size() > 1).findFirst().map(this::drawn)
                : Optional.empty();
    }

    /** The same in words, for what is not drawn; empty where there is none. */
    Optional<SectionView> table() {
        List<TileSeries> known = series().stream().filter(one -> title(one).isPresent() && values(one).size() > 1).toList();
        if (!wording.on(Surface.DOCUMENT) || known.isEmpty()) {
            return Optional.empty();
        }
        List<String> headings = new ArrayList<>(wording.headings("figure"));
        known.get(0).points().forEach(point -> headings.add(week(point)));
        // a row that does not have the weeks of the first would stand under other headings
        List<RowView> rows = known.stream().filter(one -> weeks(one).equals(weeks(known.get(0))))
                .map(one -> new RowView(CellView.of(title(one).orElse("")),
                        one.points().stream().map(point -> CellView.of(value(one, point.value())).unbroken()).toList()))
                .toList();
        return Optional.of(new SectionView("series", wording.text("decision-gates.page.part.series"), headings, rows, List.of()));
    }

    /** The weeks of a series, the oldest first; empty where there is none. */
    Optional<List<TileSeries.Point>> points(String name) {
        return series().stream().filter(one -> one.name().equals(name) && !one.points().isEmpty()).findFirst().map(TileSeries::points);
    }

    private List<TileSeries> series() {
        return summary.history().flatMap(WeekHistory::series).orElse(List.of());
    }

    private TrendView drawn(TileSeries one) {
        double most = values(one).stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        List<BarView> bars = new ArrayList<>();
        for (int i = 0; i < one.points().size(); i++) {
            int left = i * STEP;
            String style = i == one.points().size() - 1 ? "same" : "before";
            one.points().get(i).value().ifPresent(value -> {
                int height = most <= 0 || Double.isInfinite(most) ? 1
                        : (int) Math.max(1, Math.round(value.doubleValue() / most * HEIGHT));
                bars.add(new BarView(left, HEIGHT - height, WIDTH, height, style));
            });
        }
        return new TrendView(wording.text("decision-gates.page.trend", one.points().stream()
                .map(point -> wording.text("decision-gates.page.trend.week", week(point), value(one, point.value())))
                .collect(Collectors.joining(", "))), bars);
    }

    private String week(TileSeries.Point point) {
        return wording.text("decision-gates.page.week", wording.weekNumber(point.week()));
    }

    private String value(TileSeries one, Optional<BigDecimal> value) {
        return value.map(number -> Metrics.find(one.name()).map(MetricDefinition::unit).map(unit -> wording.amount(unit, number))
                .orElseGet(() -> wording.text("decision-gates.page.number", number)))
                .orElseGet(() -> wording.text("decision-gates.page.by-unknown"));
    }

    /** Empty for a series that only a newer Jira knows. */
    private Optional<String> title(TileSeries one) {
        return one.name().equals(TileSeries.OVERDUE) ? Optional.of(wording.text("decision-gates.page.column.overdue"))
                : Metrics.find(one.name()).map(metric -> wording.text(metric.textKey()));
    }

    private static List<BigDecimal> values(TileSeries one) {
        return one.points().stream().flatMap(point -> point.value().stream()).toList();
    }

    private static List<String> weeks(TileSeries one) {
        return one.points().stream().map(TileSeries.Point::week).toList();
    }
}
