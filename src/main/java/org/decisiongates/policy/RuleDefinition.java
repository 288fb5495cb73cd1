package org.decisiongates.policy;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of rule an administrator can put into a gate. Its name is the only one it has: {@code has-owner} is the class
 * {@code HasOwner}, the messages {@code rule.has-owner.*} and the section of docs/gates.md.
 *
 * @param name     the frozen name, in kebab case
 * @param settings what can be set, in the order a form shows it
 * @param maker    makes the rule of settings that were found sound
 */
public record RuleDefinition(String name, List<Setting> settings, Function<Settings, Rule> maker) {

    public RuleDefinition {
        settings = List.copyOf(settings);
    }

    /** The rule with its settings in it; one that refuses and says why if they make no sense. */
    public Rule configure(Settings values) {
        return values.fault().<Rule>map(UnusableRule::new).orElseGet(() -> maker.apply(values));
    }
}
