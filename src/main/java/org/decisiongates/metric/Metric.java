package org.decisiongates.metric;

import java.util.Arrays;
import java.util.Optional;

/** The metrics there are, in the order in which they are shown. Each has its section in docs/metrics.md. */
public enum Metric {
    PILOT_DECISION_VELOCITY("M1"),
    POST_PILOT_EXECUTION_STABILITY("M4"),
    DECISION_CLOSURE_RATE("M5"),
    BLOCKER_SURFACING_LEAD("M9"),
    REOPEN_RATE("M10"),
    BLOCKER_SURVIVAL("M11"),
    EXPECTED_IMPACT_MOVEMENT("M12"),
    BYPASS_RATE("M14");

    private final String id;

    Metric(String id) {
        this.id = id;
    }

    /** What rules.md 1C calls it, {@code M1}. */
    public String id() {
        return id;
    }

    /** Stable name, {@code pilot-decision-velocity}; also that of its {@link Figure}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<Metric> of(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
    }
}
