package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a metric came to in a period.
 *
 * @param metric     stable name, {@code pilot-decision-velocity}
 * @param value      the number, in the unit docs/metrics.md gives; empty for n/a
 * @param sample     how many issues or events it rests on (n)
 * @param enough     whether n is at least 5
 * @param before     median of the four weeks before; empty when there is not enough of them
 * @param companions further numbers by stable name, {@code p85-days}
 * @param issues     keys of issues behind the number, at most {@link #MOST_ISSUES}
 * @param issueTotal how many issues are behind it in all
 * @param corrected  how many of the issues it rests on were found in a state in which their history does not end
 */
public record Figure(String metric, Optional<BigDecimal> value, long sample, boolean enough, Optional<BigDecimal> before,
        Map<String, BigDecimal> companions, List<String> issues, long issueTotal, long corrected) {

    /** How many issues "why this number" names. */
    public static final int MOST_ISSUES = 20;
    /** The least sample that is enough data: rules.md 1C. */
    public static final int ENOUGH = 5;

    public Figure {
        companions = Collections.unmodifiableMap(new LinkedHashMap<>(companions));
        issues = List.copyOf(issues);
    }

    /** A number that rests on histories which end where their issues are. */
    public Figure(String metric, Optional<BigDecimal> value, long sample, boolean enough, Optional<BigDecimal> before,
            Map<String, BigDecimal> companions,
            List<String> issues, long issueTotal) {
        this(metric, value, sample, enough, before, companions, issues, issueTotal, 0);
    }

    static Figure of(Metric metric, Optional<BigDecimal> value, long sample, ContributingIssues behind) {
        return new Figure(metric.key(), value, sample, sample >= ENOUGH, Optional.empty(), Map.of(), behind.keys(), behind.total());
    }

    Figure with(Map<String, BigDecimal> more) {
        Map<String, BigDecimal> all = new LinkedHashMap<>(companions);
        all.putAll(more);
        return new Figure(metric, value, sample, enough, before, all, issues, issueTotal, corrected);
    }

    Figure comparedWith(Optional<BigDecimal> weeksBefore) {
        return new Figure(metric, value, sample, enough, weeksBefore, companions, issues, issueTotal, corrected);
    }

    Figure corrected(long histories) {
        return new Figure(metric, value, sample, enough, before, companions, issues, issueTotal, histories);
    }
}
