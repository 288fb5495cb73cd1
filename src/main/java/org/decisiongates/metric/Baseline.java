package org.decisiongates.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The closed weeks that a week is compared with: the four before it. Their median is the baseline, when at least two of them have the
 * number and together they rest on at least five issues or events.
 */
public final class Baseline {

    /** How many weeks are looked back on. */
    public static final int WEEKS = 4;
    /** How many of them must have a number to have a median. */
    public static final int FEWEST_WEEKS = 2;
    private static final BigDecimal FASTER = new BigDecimal("0.9");
    private static final BigDecimal FIVE_POINTS = new BigDecimal("0.05");

    private final List<List<Figure>> weeks;

    /** @param weeks figures of closed weeks, newest first; more than four are cut */
    public Baseline(List<List<Figure>> weeks) {
        this.weeks = weeks.stream().limit(WEEKS).map(List::copyOf).toList();
    }

    /**
     * The figures with their baselines, and, where all it takes is known, {@link PilotDecisionVelocity#QUALITY_KEPT} beside
     * {@link Metrics#PILOT_DECISION_VELOCITY}.
     */
    public List<Figure> beside(List<Figure> figures) {
        Optional<BigDecimal> kept = keptQuality(figures).map(claim -> claim ? BigDecimal.ONE : BigDecimal.ZERO);
        return figures.stream().map(figure -> figure.comparedWith(median(figure.metric(), Figure::value)))
                .map(figure -> Metrics.PILOT_DECISION_VELOCITY.measures(figure) ? figure.with(PilotDecisionVelocity.QUALITY_KEPT, kept)
                        : figure)
                .toList();
    }

    private Optional<Boolean> keptQuality(List<Figure> figures) {
        List<Optional<Boolean>> claims = List.of(
                compare(figures, Metrics.PILOT_DECISION_VELOCITY, figure -> figure.secondary(PilotDecisionVelocity.MEDIAN))
                        .map(pair -> pair.now().compareTo(pair.before().multiply(FASTER)) <= 0),
                compare(figures, Metrics.REOPEN_RATE, Figure::value)
                        .map(pair -> pair.now().compareTo(pair.before().add(FIVE_POINTS)) <= 0),
                compare(figures, Metrics.BYPASS_RATE, figure -> figure.secondary(BypassRate.FIRST_PASS_RATE))
                        .map(pair -> pair.now().compareTo(pair.before().subtract(FIVE_POINTS)) >= 0));
        return claims.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                : Optional.of(claims.stream().allMatch(Optional::orElseThrow));
    }

    private Optional<Pair> compare(List<Figure> figures, MetricDefinition metric, Function<Figure, Optional<BigDecimal>> number) {
        return metric.in(figures).flatMap(number).flatMap(now -> median(metric.key(), number).map(before -> new Pair(now, before)));
    }

    private Optional<BigDecimal> median(String metric, Function<Figure, Optional<BigDecimal>> number) {
        List<BigDecimal> values = new ArrayList<>();
        long sample = 0;
        for (List<Figure> week : weeks) {
            for (Figure figure : week) {
                if (figure.metric().equals(metric) && number.apply(figure).isPresent()) {
                    values.add(number.apply(figure).get());
                    sample += figure.sample();
                }
            }
        }
        values.sort(null);
        return values.size() < FEWEST_WEEKS || sample < Figure.ENOUGH ? Optional.empty() : Optional.of(middle(values));
    }

    private static BigDecimal middle(List<BigDecimal> sorted) {
        BigDecimal two = sorted.get((sorted.size() - 1) / 2).add(sorted.get(sorted.size() / 2));
        return two.divide(BigDecimal.valueOf(2), Ratio.DECIMALS, RoundingMode.HALF_UP);
    }

    private record Pair(BigDecimal now, BigDecimal before) {
    }
}
