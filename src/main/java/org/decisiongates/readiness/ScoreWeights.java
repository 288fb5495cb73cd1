package org.decisiongates.readiness;

import java.util.Collection;
import java.util.HashMap;
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

    /** The same with what policies say in their place; of two that weigh the same rule, the heavier weight. */
    public ScoreWeights with(Collection<Map<String, Integer>> policies) {
        Map<String, Integer> own = new HashMap<>();
        policies.forEach(policy -> policy.forEach((rule, weight) -> own.merge(rule, weight, Math::max)));
        Map<String, Integer> all = new HashMap<>(weights);
        all.putAll(own);
        return new ScoreWeights(all, required);
    }

    int of(String rule) {
        return weights.getOrDefault(rule, OF_ANY_OTHER);
    }

    boolean requires(String rule) {
        return required.contains(rule);
    }
}
