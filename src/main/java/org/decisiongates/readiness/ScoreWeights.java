package org.decisiongates.readiness;

import java.util.Map;
import java.util.Set;

/**
 * How much each rule weighs in the score of an issue, before the weights of what is asked are scaled to 100.
 *
 * @param weights  by key of the rule
 * @param required keys of the rules without which an issue has no more than {@link Score#MOST_WITHOUT_REQUIRED} points
 */
public record ScoreWeights(Map<String, Integer> weights, Set<String> required) {

    /** What a rule weighs that nobody has weighed. */
    public static final int OF_ANY_OTHER = 5;

    /** As the app ships them. */
    public static final ScoreWeights SHIPPED = new ScoreWeights(Map.of("has-owner", 15, "has-due-date", 10, "has-acceptance-criteria", 20,
            "has-fallback", 10, "states-documented", 10, "has-outcome-link", 5, "no-open-blocking-decision", 10),
            Set.of("has-owner", "has-acceptance-criteria", "no-open-blocking-decision"));

    public ScoreWeights {
        weights = Map.copyOf(weights);
        required = Set.copyOf(required);
    }

    int of(String rule) {
        return weights.getOrDefault(rule, OF_ANY_OTHER);
    }

    boolean requires(String rule) {
        return required.contains(rule);
    }
}
