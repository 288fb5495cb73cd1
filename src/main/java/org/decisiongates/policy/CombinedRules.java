package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules of several gates as those of one: what two of them ask alike is asked once, as strictly as the strictest of them wants it. Each
 * rule has an enforcement and comes from at least one policy.
 */
final class CombinedRules {

    private final Map<Claim, ConfiguredRule> rules = new LinkedHashMap<>();

    /** What makes two rules the same. */
    private record Claim(String name, Map<String, String> settings, When when, Optional<Finding> fault) {

        private static Claim of(ConfiguredRule rule) {
            return new Claim(rule.name(), rule.settings(), rule.when(),
                    rule.rule() instanceof UnusableRule unusable ? Optional.of(unusable.why()) : Optional.empty());
        }
    }

    void add(ConfiguredRule rule) {
        rules.merge(Claim.of(rule), rule, CombinedRules::stricter);
    }

    /** In the order in which they were added. */
    List<ConfiguredRule> all() {
        return List.copyOf(rules.values());
    }

    /** The strictest enforcement of any of them. */
    Enforcement strictest() {
        return rules.values().stream().map(rule -> rule.enforcement().get()).min(Enum::compareTo).orElse(Enforcement.ENFORCE);
    }

    /** Both want it equally: then both have to waive it. */
    private static ConfiguredRule stricter(ConfiguredRule one, ConfiguredRule other) {
        Enforcement ofOne = one.enforcement().get();
        Enforcement ofOther = other.enforcement().get();
        if (ofOne != ofOther) {
            return ofOne.isStricterThan(ofOther) ? one : other;
        }
        List<PolicyVersion> policies = new ArrayList<>(one.policies());
        other.policies().stream().filter(origin -> !policies.contains(origin)).forEach(policies::add);
        return one.from(policies.toArray(PolicyVersion[]::new));
    }
}
