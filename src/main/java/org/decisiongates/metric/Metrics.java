package org.decisiongates.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The metrics a week's figures come from, in the order in which they are shown. Nothing is scanned: a new metric is one class and one line
 * here. The movement of expected impact (M12) is no figure: see {@link ImpactMovement}.
 */
public final class Metrics {

    public static final MetricDefinition PILOT_DECISION_VELOCITY = PilotDecisionVelocity.DEFINITION;
    public static final MetricDefinition VALIDATED_HYPOTHESIS_RATIO = ValidatedHypothesisRatio.DEFINITION;
    public static final MetricDefinition POST_PILOT_EXECUTION_STABILITY = PostPilotExecutionStability.DEFINITION;
    public static final MetricDefinition DECISION_CLOSURE_RATE = DecisionClosureRate.DEFINITION;
    public static final MetricDefinition BLOCKER_SURFACING_LEAD = BlockerSurfacingLead.DEFINITION;
    public static final MetricDefinition REOPEN_RATE = ReopenRate.DEFINITION;
    public static final MetricDefinition BLOCKER_SURVIVAL = BlockerSurvival.DEFINITION;
    public static final MetricDefinition BYPASS_RATE = BypassRate.DEFINITION;

    private static final List<MetricDefinition> ALL = distinct(
            List.of(PILOT_DECISION_VELOCITY, VALIDATED_HYPOTHESIS_RATIO, POST_PILOT_EXECUTION_STABILITY,
                    DECISION_CLOSURE_RATE, BLOCKER_SURFACING_LEAD, REOPEN_RATE, BLOCKER_SURVIVAL, BYPASS_RATE));

    private Metrics() {
    }

    public static List<MetricDefinition> all() {
        return ALL;
    }

    /** The metric of this key; an unknown one is a bug of the caller. */
    public static MetricDefinition of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("there is no metric " + key + "; there are " + ALL));
    }

    /** The same for a key that came in with a document: a newer version may know more metrics. */
    public static Optional<MetricDefinition> find(String key) {
        return ALL.stream().filter(metric -> metric.key().equals(key)).findFirst();
    }

    /** Fails when the app starts, not when a week is first shown. */
    static List<MetricDefinition> distinct(List<MetricDefinition> metrics) {
        Set<String> keys = new HashSet<>();
        for (MetricDefinition metric : metrics) {
            if (!keys.add(metric.key())
                    || metric.secondary().stream().map(SecondaryFigure::key).distinct().count() != metric.secondary().size()) {
                throw new IllegalStateException("metric " + metric + " or one of its secondary figures is defined twice");
            }
        }
        return metrics;
    }
}
