package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.time.Period;

/** Everything about a metric in one place: {@link Metrics} lists them, everything else asks for what it needs. */
public final class MetricDefinition {

    private final String id;
    private final String key;
    private final Unit unit;
    private final Direction direction;
    private final List<SecondaryFigure> secondary;
    private final Function<Period, Accumulator> accumulator;

    /**
     * @param id        its id in docs/metrics.md, {@code M1}
     * @param key       stable name in kebab case; the class, its test and the section of docs/metrics.md are called the same
     * @param direction which way is good
     * @param secondary what stands beside it, in the order in which the page shows it
     */
    MetricDefinition(String id, String key, Unit unit, Direction direction, List<SecondaryFigure> secondary,
            Function<Period, Accumulator> accumulator) {
        this.id = id;
        this.key = key;
        this.unit = unit;
        this.direction = direction;
        this.secondary = List.copyOf(secondary);
        this.accumulator = accumulator;
    }

    public String id() {
        return id;
    }

    /** {@code pilot-decision-velocity}; also that of its {@link Figure}. */
    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }

    public Direction direction() {
        return direction;
    }

    public List<SecondaryFigure> secondary() {
        return secondary;
    }

    /** Its name for people. */
    public String textKey() {
        return "decision-gates.page.figure." + key;
    }

    /** Positive where {@code now} is better than {@code before}, negative where it is worse. */
    public int compare(BigDecimal now, BigDecimal before) {
        return direction == Direction.UP ? now.compareTo(before) : before.compareTo(now);
    }

    /** Whether {@code figure} is of this metric. */
    public boolean measures(Figure figure) {
        return figure.metric().equals(key);
    }

    /** Its figure among some of a week. */
    public Optional<Figure> in(List<Figure> figures) {
        return figures.stream().filter(this::measures).findFirst();
    }

    Accumulator accumulator(Period period) {
        return accumulator.apply(period);
    }

    Figure figure(Optional<BigDecimal> value, long sample, ContributingIssues behind) {
        return new Figure(key, value, sample, sample >= Figure.ENOUGH, Optional.empty(), Map.of(), behind.keys(), behind.total());
    }

    @Override
    public String toString() {
        return key;
    }
}
