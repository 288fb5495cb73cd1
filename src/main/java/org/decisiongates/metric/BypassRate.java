package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.Map;

/** M14: the share of gates that were waived. */
final class BypassRate {

    private BypassRate() {
    }

    static Figure of(long waived, long examined) {
        return Figure.of(Metric.BYPASS_RATE, Ratio.of(waived, examined), examined, new ContributingIssues())
                .with(Map.of("waived", BigDecimal.valueOf(waived)));
    }
}
