package org.decisiongates.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.decisiongates.time.Period;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.Change;

/** Folds told histories. */
public final class ProjectedMetrics {

    static final Week WEEK = Week.parse("2026-W47");
    static final ZoneId ZONE = ZoneOffset.UTC;
    /** Monday 16 to Monday 23 November 2026, all over. */
    public static final Period PERIOD = Period.of(WEEK, ZONE, Instant.parse("2026-12-31T00:00:00Z"));

    private ProjectedMetrics() {
    }

    static Figure figure(MetricDefinition metric, History... histories) {
        return figure(metric, PERIOD, histories);
    }

    static Figure figure(MetricDefinition metric, Period period, History... histories) {
        return figure(metric, result(period, History.all(List.of(histories))));
    }

    static Figure figure(MetricDefinition metric, MetricsProjection.Result result) {
        return result.figures().stream().filter(figure -> figure.metric().equals(metric.key())).findFirst().orElseThrow();
    }

    static MetricsProjection.Result result(History... histories) {
        return result(PERIOD, History.all(List.of(histories)));
    }

    static MetricsProjection.Result result(Period period, Collection<Change> changes) {
        MetricsProjection projection = new MetricsProjection(period, Set.of(History.PROJECT), id -> true);
        changes.forEach(projection::take);
        return projection.result();
    }

    static Period asOf(String instant) {
        return Period.of(WEEK, ZONE, Instant.parse(instant));
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static String secondary(Figure figure, String name) {
        BigDecimal value = figure.secondaryFigures().get(name);
        return value == null ? "n/a" : value.toPlainString();
    }

    static String value(Figure figure) {
        return figure.value().map(BigDecimal::toPlainString).orElse("n/a");
    }
}
