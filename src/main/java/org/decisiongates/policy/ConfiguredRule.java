package org.decisiongates.policy;

import java.util.Map;
import java.util.Optional;

/**
 * A rule as it stands in a gate.
 *
 * @param name     name of its kind, as stored
 * @param settings every setting of the rule with the value it has, as stored
 * @param message  what people read instead of the rule's own findings when it refuses
 * @param rule     what examines the item
 */
public record ConfiguredRule(String name, Map<String, String> settings, Optional<String> message, Rule rule) {

    public ConfiguredRule {
        settings = Map.copyOf(settings);
    }

    /** A rule of {@code kind}; settings that are not in {@code stored} have their initial value. */
    public static ConfiguredRule of(RuleDefinition kind, Map<String, String> stored, Optional<String> message) {
        Settings settings = Settings.of(kind, stored);
        return new ConfiguredRule(kind.name(), settings.values(), message, kind.configure(settings));
    }

    /** A rule of {@code kind} as it is when nobody changed a setting. */
    public static ConfiguredRule of(RuleDefinition kind) {
        return of(kind, Map.of(), Optional.empty());
    }

    /** Whether a rule could be made of what is stored. */
    public boolean isSound() {
        return !(rule instanceof UnusableRule);
    }
}
