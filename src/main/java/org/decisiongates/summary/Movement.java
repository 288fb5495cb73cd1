package org.decisiongates.summary;

import java.math.BigDecimal;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine;

/**
 * How the expected impact on customers moved since the last frozen week, for one metric and unit (M12 in docs/metrics.md). The four parts
 * add up to {@code now − before}.
 *
 * @param now         expectation now: sum of confidence × (expected − baseline) over what is open
 * @param before      expectation when the last week was frozen; empty when none was
 * @param added       from lines and issues that are new
 * @param closed      from lines and issues that are gone
 * @param reestimated from changed baselines and expectations
 * @param confidence  from changed confidence
 * @param issueTotal  how many open issues carry such a line
 */
public record Movement(String metric, String unit, ImpactLine.Direction direction, BigDecimal now, Optional<BigDecimal> before,
        BigDecimal added, BigDecimal closed, BigDecimal reestimated, BigDecimal confidence, long issueTotal) {

    /** How it moved; zero when there is nothing to compare with. */
    public BigDecimal change() {
        return before.map(now::subtract).orElse(BigDecimal.ZERO);
    }

    /** Negative, zero or positive: whether customers are expected to be worse off, the same or better off than a week ago. */
    public int good() {
        return direction == ImpactLine.Direction.UP ? change().signum() : -change().signum();
    }
}
