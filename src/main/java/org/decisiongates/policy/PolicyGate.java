package org.decisiongates.policy;

import java.util.List;
import java.util.Optional;

/**
 * A gate as a policy describes it.
 *
 * @param key         its key within the policy, in kebab case; workflows store it
 * @param name        the name people read
 * @param phase       the phase whose entry it guards, by name; empty for a gate of no phase
 * @param enforcement what follows from its rules, but for those that have an enforcement of their own
 * @param rules       its rules, in order
 */
public record PolicyGate(String key, String name, Optional<String> phase, Enforcement enforcement, List<PolicyRule> rules) {

    public PolicyGate {
        rules = List.copyOf(rules);
    }
}
