package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The value of a metric in a period.
 *
 * @param metric     key of its {@link MetricDefinition}; one read from a document may be of a newer version
 * @param value      the number, in the unit docs/metrics.md gives; empty for n/a
 * @param sample     how many issues or events it rests on (n)
 * @param enough     whether n is at least 5
 * @param before     median of the four weeks before; empty when there is not enough of them
 * @param secondaryFigures further numbers by stable name, {@code p85-days}
 * @param issues     keys of issues behind the number, at most {@link #MAX_ISSUES}
 * @param issueTotal how many issues are behind it in all
 * @param corrected  how many of the issues it rests on were found in a state in which their history does not end
 */
public record Figure(String metric, Optional<BigDecimal> value, long sample, boolean enough, Optional<BigDecimal> before,
        Map<String, BigDecimal> secondaryFigures, List<String> issues, long issueTotal, long corrected) {

    /** How many issues "why this number" names. */
    public static final int MAX_ISSUES = 20;
    /** The smallest sample that is enough data: see docs/metrics.md. */
    public static final int ENOUGH = 5;

    public Figure {
        secondaryFigures = Collections.unmodifiableMap(new LinkedHashMap<>(secondaryFigures));
        issues = List.copyOf(issues);
    }

    /** A number from histories that all lead to the present state of their issues. */
    public Figure(String metric, Optional<BigDecimal> value, long sample, boolean enough, Optional<BigDecimal> before,
            Map<String, BigDecimal> secondaryFigures,
            List<String> issues, long issueTotal) {
        this(metric, value, sample, enough, before, secondaryFigures, issues, issueTotal, 0);
    }

    /** The number beside it; empty when it is n/a. */
    public Optional<BigDecimal> secondary(SecondaryFigure which) {
        return Optional.ofNullable(secondaryFigures.get(which.key()));
    }

    /** With a secondary figure that the metric defines; an unknown one is a bug of the caller. */
    Figure with(SecondaryFigure which, BigDecimal number) {
        if (!Metrics.of(metric).secondary().contains(which)) {
            throw new IllegalArgumentException("the metric " + metric + " defines no secondary figure " + which.key());
        }
        Map<String, BigDecimal> all = new LinkedHashMap<>(secondaryFigures);
        all.put(which.key(), number);
        return new Figure(metric, value, sample, enough, before, all, issues, issueTotal, corrected);
    }

    Figure with(SecondaryFigure which, long count) {
        return with(which, BigDecimal.valueOf(count));
    }

    /** The same without it, where it is n/a. */
    Figure with(SecondaryFigure which, Optional<BigDecimal> number) {
        return number.map(known -> with(which, known)).orElse(this);
    }

    /** Naming only some of the issues behind it; how many there are in all stays as it is. */
    public Figure naming(Predicate<String> key) {
        return new Figure(metric, value, sample, enough, before, secondaryFigures, issues.stream().filter(key).toList(), issueTotal,
                corrected);
    }

    Figure comparedWith(Optional<BigDecimal> weeksBefore) {
        return new Figure(metric, value, sample, enough, weeksBefore, secondaryFigures, issues, issueTotal, corrected);
    }

    Figure corrected(long histories) {
        return new Figure(metric, value, sample, enough, before, secondaryFigures, issues, issueTotal, histories);
    }
}
