package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;

/**
 * M12: how what customers are expected to feel moved since the last closed week, for one metric and unit. The parts add up: {@code before +
 * added + closed + reestimated + confidence = now}, to the last digit.
 *
 * @param direction   which way is good: down if more than half of the lines say so, else up
 * @param now         sum of confidence × (expected − baseline) over what is open
 * @param before      the same when the last week was closed; empty when none was
 * @param added       from lines that were not there before
 * @param closed      from lines that no longer count
 * @param reestimated from changed baselines and expectations, weighed with the confidence before
 * @param confidence  from changed confidence, on what is expected now
 * @param issueTotal  how many open issues carry such a line now
 */
public record ImpactMovement(String metric, String unit, Direction direction, BigDecimal now, Optional<BigDecimal> before, BigDecimal added,
        BigDecimal closed, BigDecimal reestimated, BigDecimal confidence, long issueTotal) {

    /** What got worse first, then what got better. */
    private static final Comparator<ImpactMovement> ORDER = Comparator
            .<ImpactMovement, Integer>comparing(movement -> movement.good() == 0 ? 2 : movement.good())
            .thenComparing(ImpactMovement::metric).thenComparing(ImpactMovement::unit);

    /** How it moved; zero when there is nothing to compare with. */
    public BigDecimal change() {
        return before.map(now::subtract).orElse(BigDecimal.ZERO);
    }

    /** Negative, zero or positive: whether customers are expected to be worse off, the same or better off than a week ago. */
    public int good() {
        return direction == Direction.UP ? change().signum() : -change().signum();
    }

    /**
     * One for each metric and unit. A line that changed its metric or unit is gone from one and new in the other.
     *
     * @param before when the last week was closed; empty when none was, or when more was open then than can be compared
     */
    public static List<ImpactMovement> between(Optional<List<Contribution>> before, List<Contribution> now) {
        Map<Series, List<Contribution>> then = bySeries(before.orElse(now));
        Map<Series, List<Contribution>> today = bySeries(now);
        return Stream.concat(then.keySet().stream(), today.keySet().stream()).distinct()
                .map(series -> of(series, then.getOrDefault(series, List.of()), today.getOrDefault(series, List.of()), before.isPresent()))
                .sorted(ORDER).toList();
    }

    private static Map<Series, List<Contribution>> bySeries(List<Contribution> contributions) {
        return contributions.stream()
                .collect(Collectors.groupingBy(one -> new Series(one.line().metric().strip(), one.line().unit().strip())));
    }

    private static ImpactMovement of(Series series, List<Contribution> before, List<Contribution> now, boolean comparable) {
        Map<String, Contribution> then = byLine(before);
        Map<String, Contribution> today = byLine(now);
        List<Contribution> gone = then.values().stream().filter(one -> !today.containsKey(one.lineId())).toList();
        List<Contribution> both = today.values().stream().filter(one -> then.containsKey(one.lineId())).toList();
        List<Contribution> all = new ArrayList<>(today.values());
        all.addAll(gone);
        return new ImpactMovement(series.metric(), series.unit(), direction(all), sum(today.values(), one -> one.line().weight()),
                comparable ? Optional.of(sum(then.values(), one -> one.line().weight())) : Optional.empty(),
                sum(today.values(), one -> then.containsKey(one.lineId()) ? BigDecimal.ZERO : one.line().weight()),
                sum(gone, one -> one.line().weight().negate()),
                sum(both,
                        one -> difference(one.line()).subtract(difference(then.get(one.lineId()).line()))
                                .multiply(then.get(one.lineId()).line().confidence())),
                sum(both,
                        one -> one.line().confidence().subtract(then.get(one.lineId()).line().confidence())
                                .multiply(difference(one.line()))),
                today.values().stream().map(Contribution::issueId).distinct().count());
    }

    private static Map<String, Contribution> byLine(List<Contribution> contributions) {
        return contributions.stream()
                .collect(Collectors.toMap(Contribution::lineId, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private static BigDecimal difference(ImpactLine line) {
        return line.expected().subtract(line.baseline());
    }

    private static Direction direction(List<Contribution> contributions) {
        long down = contributions.stream().filter(one -> one.line().direction() == Direction.DOWN).count();
        return down * 2 > contributions.size() ? Direction.DOWN : Direction.UP;
    }

    private static BigDecimal sum(Iterable<Contribution> contributions, Function<Contribution, BigDecimal> part) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Contribution contribution : contributions) {
            sum = sum.add(part.apply(contribution));
        }
        BigDecimal shortest = sum.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private record Series(String metric, String unit) {
    }
}
