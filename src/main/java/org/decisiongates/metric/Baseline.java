package org.decisiongates.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The frozen weeks that a week is compared with: the four before it. Their median is the baseline, when at least two of them have the
 * number and together they rest on at least five issues or events.
 */
public final class Baseline {

    /** How many weeks are looked back on. */
    public static final int WEEKS = 4;
    private static final int FEWEST_WEEKS = 2;
    private static final BigDecimal FASTER = new BigDecimal("0.9");
    private static final BigDecimal FIVE_POINTS = new BigDecimal("0.05");

    private final List<List<Figure>> weeks;

    /** @param weeks figures of frozen weeks, newest first; more than four are cut */
    public Baseline(List<List<Figure>> weeks) {
        this.weeks = weeks.stream().limit(WEEKS).map(List::copyOf).toList();
    }

    /**
     * The figures with their baselines, and, where all it takes is known, the companion {@code quality-kept} of
     * {@link Metric#PILOT_DECISION_VELOCITY}: 1 when deciding became faster without loss of quality, else 0.
     */
    public List<Figure> beside(List<Figure> figures) {
        Optional<Boolean> kept = keptQuality(figures);
        return figures.stream().map(figure -> figure.comparedWith(median(figure.metric(), Figure::value)))
                .map(figure -> figure.metric().equals(Metric.PILOT_DECISION_VELOCITY.key())
                        ? kept.map(claim -> figure.with(Map.of("quality-kept", claim ? BigDecimal.ONE : BigDecimal.ZERO))).orElse(figure)
                        : figure)
                .toList();
    }

    private Optional<Boolean> keptQuality(List<Figure> figures) {
        List<Optional<Boolean>> claims = List.of(
                compare(figures, Metric.PILOT_DECISION_VELOCITY, "median-days")
                        .map(pair -> pair.now().compareTo(pair.before().multiply(FASTER)) <= 0),
                compare(figures, Metric.REOPEN_RATE, "").map(pair -> pair.now().compareTo(pair.before().add(FIVE_POINTS)) <= 0),
                compare(figures, Metric.BYPASS_RATE, "first-pass-rate")
                        .map(pair -> pair.now().compareTo(pair.before().subtract(FIVE_POINTS)) >= 0));
        return claims.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                : Optional.of(claims.stream().allMatch(Optional::orElseThrow));
    }

    private Optional<Pair> compare(List<Figure> figures, Metric metric, String companion) {
        Optional<BigDecimal> now = figures.stream().filter(figure -> figure.metric().equals(metric.key())).findFirst()
                .flatMap(figure -> number(figure, companion));
        return now.flatMap(value -> median(metric.key(), figure -> number(figure, companion)).map(before -> new Pair(value, before)));
    }

    private static Optional<BigDecimal> number(Figure figure, String companion) {
        return companion.isEmpty() ? figure.value() : Optional.ofNullable(figure.companions().get(companion));
    }

    private Optional<BigDecimal> median(String metric, java.util.function.Function<Figure, Optional<BigDecimal>> number) {
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
