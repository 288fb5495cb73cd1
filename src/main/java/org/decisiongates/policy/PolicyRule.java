package org.decisiongates.policy;

import java.util.Map;
import java.util.Optional;

/**
 * A rule as a policy describes it.
 *
 * @param rule        key of its definition
 * @param settings    settings that are not the initial ones, by name
 * @param message     what people read instead of the rule's own findings when it fails
 * @param enforcement what follows when it is not met; empty for what follows from its gate
 * @param when        where it applies
 */
public record PolicyRule(String rule, Map<String, String> settings, Optional<String> message, Optional<Enforcement> enforcement,
        When when) {

    public PolicyRule {
        settings = Map.copyOf(settings);
    }

    /** A rule with the settings it has at first, which follows its gate. */
    public static PolicyRule of(String rule) {
        return new PolicyRule(rule, Map.of(), Optional.empty(), Optional.empty(), When.ALWAYS);
    }

    /** The same rule with these settings. */
    public PolicyRule with(Map<String, String> others) {
        return new PolicyRule(rule, others, message, enforcement, when);
    }

    /** The same rule with an enforcement of its own. */
    public PolicyRule enforced(Enforcement own) {
        return new PolicyRule(rule, settings, message, Optional.of(own), when);
    }

    /** The same rule where these conditions hold, and only there. */
    public PolicyRule when(When conditions) {
        return new PolicyRule(rule, settings, message, enforcement, conditions);
    }
}
