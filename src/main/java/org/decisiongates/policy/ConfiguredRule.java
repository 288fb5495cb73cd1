package org.decisiongates.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.text.content.TextContent;

/**
 * A rule with its settings, as part of a gate.
 *
 * @param name        key of its definition, as stored
 * @param settings    every setting of the rule with the value it has, as stored
 * @param message     what people read instead of the rule's own findings when it fails
 * @param enforcement what follows when it is not met; empty for what follows from its gate
 * @param when        where it applies
 * @param policies    the policies it comes from, the foremost first; none for that of its gate
 * @param needs       what it cannot be evaluated without
 * @param rule        what examines the issue
 */
public record ConfiguredRule(String name, Map<String, String> settings, Optional<String> message, Optional<Enforcement> enforcement,
        When when, List<PolicyVersion> policies, Set<Need> needs, Rule rule) {

    public ConfiguredRule {
        settings = Map.copyOf(settings);
        policies = List.copyOf(policies);
        needs = Set.copyOf(needs);
    }

    /** A rule as defined; settings that are not in {@code stored} have their initial value. */
    public static ConfiguredRule of(RuleDefinition definition, Map<String, String> stored, Optional<String> message) {
        Settings settings = Settings.of(definition, stored);
        return new ConfiguredRule(definition.key(), settings.values(), message, Optional.empty(), When.ALWAYS, List.of(),
                definition.needs(), definition.configure(settings));
    }

    /** A rule with its default settings. */
    public static ConfiguredRule of(RuleDefinition definition) {
        return of(definition, Map.of(), Optional.empty());
    }

    /** What stands where no rule can be made of what is stored. */
    public static ConfiguredRule unusable(String name, Map<String, String> settings, Optional<String> message, Finding why) {
        return new ConfiguredRule(name, settings, message, Optional.empty(), When.ALWAYS, List.of(), Set.of(),
                new UnusableRule(why));
    }

    /** The same rule with an enforcement of its own. */
    public ConfiguredRule enforced(Enforcement own) {
        return new ConfiguredRule(name, settings, message, Optional.of(own), when, policies, needs, rule);
    }

    /** The same rule where these conditions hold, and only there. */
    public ConfiguredRule when(When conditions) {
        return new ConfiguredRule(name, settings, message, enforcement, conditions, policies, needs, rule);
    }

    /** The same rule as part of a gate of other policies. */
    public ConfiguredRule from(PolicyVersion... origins) {
        return new ConfiguredRule(name, settings, message, enforcement, when, List.of(origins), needs, rule);
    }

    /** The same claim, examined by another. */
    public ConfiguredRule examinedBy(Rule other) {
        return new ConfiguredRule(name, settings, message, enforcement, when, policies, needs, other);
    }

    /** Whether a rule could be made of what is stored. */
    public boolean isSound() {
        return !(rule instanceof UnusableRule);
    }

    /**
     * Why {@code result} does not let the issue through: the administrator's own words for a failure, once under every field that it
     * concerns; else the rule's own findings.
     */
    public List<Finding> findings(RuleResult result) {
        if (result.status().letsThrough()) {
            return List.of();
        }
        if (result.status() != RuleResult.Status.FAILED || message.isEmpty()) {
            return result.findings();
        }
        return result.findings().stream().map(finding -> finding.inOwnWords(message.get())).distinct().toList();
    }

    /** The name, short enough for a message: what is stored need not be a name at all. */
    public String shownName() {
        return TextContent.excerpt(name);
    }
}
