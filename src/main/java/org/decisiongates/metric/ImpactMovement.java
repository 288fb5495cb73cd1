package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;

/**
 * M12: how what customers are expected to feel moved, for one metric and unit. The parts add up: {@code before + added + closed +
 * reestimated + confidence = now}, to the last digit.
 *
 * @param direction   which way is good: what most of the lines say, up when they are at odds
 * @param added       from lines that were not there before
 * @param closed      from lines that no longer count
 * @param reestimated from changed baselines and expectations, weighed with the confidence before
 * @param confidence  from changed confidence, on what is expected now
 * @param issues      keys of the issues behind {@code now} and behind what is closed, at most {@link Figure#MOST_ISSUES}
 * @param issueTotal  how many open issues carry such a line now
 */
public record ImpactMovement(String metric, String unit, Direction direction, BigDecimal now, BigDecimal before, BigDecimal added,
        BigDecimal closed, BigDecimal reestimated, BigDecimal confidence, List<String> issues, long issueTotal) {

    public ImpactMovement {
        issues = List.copyOf(issues);
    }

    public BigDecimal change() {
        return now.subtract(before);
    }

    /** One for each metric and unit, by metric, then unit. A line that changed its metric or unit is gone from one and new in the other. */
    public static List<ImpactMovement> between(List<Contribution> before, List<Contribution> now) {
        Map<Series, List<Contribution>> then = bySeries(before);
        Map<Series, List<Contribution>> today = bySeries(now);
        Map<Series, ImpactMovement> movements = new TreeMap<>();
        then.keySet().forEach(series -> movements.put(series, of(series, then.get(series), today.getOrDefault(series, List.of()))));
        today.keySet().forEach(series -> movements.computeIfAbsent(series, key -> of(key, List.of(), today.get(key))));
        return List.copyOf(movements.values());
    }

    private static Map<Series, List<Contribution>> bySeries(List<Contribution> contributions) {
        return contributions.stream()
                .collect(Collectors.groupingBy(one -> new Series(one.line().metric().strip(), one.line().unit().strip())));
    }

    private static ImpactMovement of(Series series, List<Contribution> before, List<Contribution> now) {
        Map<String, Contribution> then = byLine(before);
        Map<String, Contribution> today = byLine(now);
        List<Contribution> gone = then.values().stream().filter(one -> !today.containsKey(one.lineId())).toList();
        List<Contribution> kept = today.values().stream().filter(one -> then.containsKey(one.lineId())).toList();
        ContributingIssues behind = new ContributingIssues();
        List<Contribution> all = new ArrayList<>(today.values());
        all.addAll(gone);
        all.stream().collect(Collectors.toMap(Contribution::issueId, Contribution::issueKey, (one, other) -> one, TreeMap::new))
                .forEach(behind::add);
        return new ImpactMovement(series.metric(), series.unit(), direction(all), sum(today.values(), one -> one.line().weight()),
                sum(then.values(), one -> one.line().weight()),
                sum(today.values(), one -> then.containsKey(one.lineId()) ? BigDecimal.ZERO : one.line().weight()),
                sum(gone, one -> one.line().weight().negate()),
                sum(kept,
                        one -> difference(one.line()).subtract(difference(then.get(one.lineId()).line()))
                                .multiply(then.get(one.lineId()).line().confidence())),
                sum(kept,
                        one -> one.line().confidence().subtract(then.get(one.lineId()).line().confidence())
                                .multiply(difference(one.line()))),
                behind.keys(), today.values().stream().map(Contribution::issueId).distinct().count());
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

    private record Series(String metric, String unit) implements Comparable<Series> {

        @Override
        public int compareTo(Series other) {
            return metric.equals(other.metric) ? unit.compareTo(other.unit) : metric.compareTo(other.metric);
        }
    }
}
