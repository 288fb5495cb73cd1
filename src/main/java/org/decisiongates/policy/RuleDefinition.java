package org.decisiongates.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A kind of rule an administrator can put into a gate. Its key is the only name it has: {@code has-owner} is the class
 * {@code HasOwner}, the messages {@code rule.has-owner.*} and the section of docs/gates.md.
 *
 * @param key      its key, in kebab case; stored, so it never changes (ADR-0006)
 * @param settings what can be set, in the order a form shows it
 * @param needs    what the rule reads beyond the fields of the issue
 * @param examples issues that pass and that fail, with what the rule says of them: its test and its documentation
 * @param maker    makes the rule of settings that were found sound
 */
public record RuleDefinition(String key, List<Setting> settings, Set<Need> needs, List<RuleExample> examples,
        Function<Settings, Rule> maker) {

    /** What a rule reads beyond the fields of the issue. */
    public enum Need {
        /** The user who acts, or on whose behalf is asked. */
        ACTOR,
        /** The transition that is asked for, and what it changes. */
        TRANSITION,
        /** Links to other issues, and where these stand. */
        LINKS,
        /** What happened to the issue before. */
        HISTORY
    }

    public RuleDefinition {
        settings = List.copyOf(settings);
        needs = Set.copyOf(needs);
        examples = List.copyOf(examples);
    }

    /** Message key of the sentence that says what the rule claims, with one place for each setting. */
    public String summaryKey() {
        return "decision-gates.rule." + key + ".sentence";
    }

    /** The rule with its settings in it; if they are invalid, a rule that is an error and says why. */
    public Rule configure(Settings values) {
        return values.fault().<Rule>map(UnusableRule::new).orElseGet(() -> maker.apply(values));
    }
}
