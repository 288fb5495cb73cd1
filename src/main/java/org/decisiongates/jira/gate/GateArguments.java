package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.text.XmlCharacters;
import org.decisiongates.text.content.Characters;
import org.decisiongates.text.content.TextContent;

/**
 * A gate as the string arguments that a workflow stores, in a fixed format (ADR-0006, ADR-0031, docs/gates.md). Reading never throws:
 * invalid arguments become a rule that cannot run, so that a workflow broken by hand editing refuses.
 */
public final class GateArguments {

    /** Names of the rules in order, separated by commas. */
    public static final String RULES = "gate.rules";
    /** Behind the name of a rule and a dot: what people read instead of the rule's own findings. */
    public static final String MESSAGE = "message";
    /** Key of the policy that describes the gate, in place of rules. */
    public static final String POLICY = "gate.policy";
    /** Key of the gate within that policy. */
    public static final String GATE = "gate.key";
    /** The longest argument that can be valid. */
    static final int MAX_LENGTH = 10_000;

    private static final int MAX_NAME_LENGTH = 200;

    private GateArguments() {
    }

    /** The gate of a policy that {@code arguments} name; empty where they hold rules, where they name none, and where they are broken. */
    public static Optional<PolicyReference> reference(Map<?, ?> arguments) {
        SortedMap<String, String> stored = stored(arguments);
        return isNamed(stored) && !hasRules(stored) && !holdVariables(arguments)
                ? Optional.of(new PolicyReference(stored.getOrDefault(POLICY, "").strip(), stored.getOrDefault(GATE, "").strip()))
                : Optional.empty();
    }

    /** The rules that {@code arguments} describe; other arguments, and those of rules that are not in the list, are left alone. */
    public static Gate read(Map<?, ?> arguments) {
        SortedMap<String, String> stored = stored(arguments);
        List<ConfiguredRule> rules = rules(stored);
        Optional<String> variable = arguments.entrySet().stream().filter(GateArguments::holdsVariable)
                .map(argument -> cut(String.valueOf(argument.getKey()), MAX_LENGTH)).sorted().reduce((one, last) -> last);
        if (variable.isPresent()) {
            return Gate.of(spoilt(rules, Finding.general("decision-gates.gate.error.variable", TextContent.excerpt(variable.get()),
                    TextContent.excerpt(stored.get(variable.get())))));
        }
        return isNamed(stored) && hasRules(stored)
                ? Gate.of(spoilt(rules, Finding.general("decision-gates.gate.error.policy-and-rules",
                        TextContent.excerpt(stored.getOrDefault(POLICY, "")), TextContent.excerpt(stored.getOrDefault(GATE, "")))))
                : Gate.of(rules);
    }

    private static SortedMap<String, String> stored(Map<?, ?> arguments) {
        SortedMap<String, String> stored = new TreeMap<>();
        arguments.forEach((key, value) -> stored.put(cut(String.valueOf(key), MAX_LENGTH), value == null ? ""
                : cut(WorkflowText.decode(cut(value.toString(), MAX_LENGTH * WorkflowText.MAX_ESCAPE_LENGTH)), MAX_LENGTH)));
        return stored;
    }

    /** Rules that refuse for a reason that concerns all of them. */
    private static List<ConfiguredRule> spoilt(List<ConfiguredRule> rules, Finding why) {
        return rules.isEmpty() ? List.of(ConfiguredRule.unusable("", Map.of(), Optional.empty(), why))
                : rules.stream().map(rule -> ConfiguredRule.unusable(rule.name(), rule.settings(), rule.message(), why)).toList();
    }

    private static boolean isNamed(Map<String, String> stored) {
        return !stored.getOrDefault(POLICY, "").isBlank() || !stored.getOrDefault(GATE, "").isBlank();
    }

    private static boolean hasRules(Map<String, String> stored) {
        return !stored.getOrDefault(RULES, "").isBlank();
    }

    /** Whether the workflow engine would put something of its own into one of these arguments, as they are stored. */
    public static boolean holdVariables(Map<?, ?> arguments) {
        return arguments.entrySet().stream().anyMatch(GateArguments::holdsVariable);
    }

    private static boolean holdsVariable(Map.Entry<?, ?> argument) {
        return String.valueOf(argument.getKey()).contains(WorkflowText.VARIABLE)
                || String.valueOf(argument.getValue()).contains(WorkflowText.VARIABLE);
    }

    private static List<ConfiguredRule> rules(SortedMap<String, String> stored) {
        String list = stored.getOrDefault(RULES, "");
        if (list.isBlank()) {
            return List.of();
        }
        if (list.length() > MAX_LENGTH) {
            return List.of(broken("decision-gates.gate.error.unknown-rule", TextContent.excerpt(list).replace(',', ' ').strip(),
                    Map.of()));
        }
        List<ConfiguredRule> rules = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String part : list.split(",", -1)) {
            String name = part.strip();
            rules.add(seen.add(name) ? rule(name, settingsOf(name, stored))
                    : broken("decision-gates.gate.error.duplicate-rule", name, Map.of()));
        }
        return rules;
    }

    /** The arguments that {@link #read} makes an equal gate of, with nothing in them that the workflow engine or XML would change. */
    public static Map<String, String> write(Gate gate) {
        SortedMap<String, String> arguments = new TreeMap<>();
        for (ConfiguredRule rule : gate.rules()) {
            rule.settings().forEach((setting, value) -> arguments.put(rule.name() + "." + setting, WorkflowText.encode(value)));
            rule.message().ifPresent(message -> arguments.put(rule.name() + "." + MESSAGE, WorkflowText.encode(message)));
        }
        arguments.put(RULES, WorkflowText.encode(gate.rules().stream().map(ConfiguredRule::name).collect(Collectors.joining(","))));
        return arguments;
    }

    /** The arguments that {@link #reference} reads as this. */
    public static Map<String, String> write(PolicyReference reference) {
        return new TreeMap<>(Map.of(POLICY, stored(reference.policy()), GATE, stored(reference.gate())));
    }

    /** What a workflow stores of a typed text: {@link #read} gives it back, without characters that no XML can hold. */
    public static String stored(String typed) {
        return WorkflowText.encode(XmlCharacters.valid(typed));
    }

    /** Whether an argument of this name can be stored in a workflow. */
    public static boolean isName(String text) {
        return text.length() <= MAX_NAME_LENGTH
                && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    private static ConfiguredRule rule(String name, Map<String, String> settings) {
        Optional<String> message = Optional.ofNullable(settings.remove(MESSAGE)).filter(text -> !text.isBlank());
        if (message.isPresent() && message.get().length() > MAX_LENGTH) {
            return ConfiguredRule.unusable(name, settings, message, Finding.general("decision-gates.gate.error.setting",
                    TextContent.excerpt(name), MESSAGE, TextContent.excerpt(message.get())));
        }
        if (message.isPresent() && XmlCharacters.firstInvalid(message.get()).isPresent()) {
            return ConfiguredRule.unusable(name, settings, message, Finding.general("decision-gates.gate.error.character",
                    TextContent.excerpt(name), MESSAGE, Characters.named(XmlCharacters.firstInvalid(message.get()).getAsInt())));
        }
        return Rules.of(name).map(definition -> ConfiguredRule.of(definition, settings, message))
                .orElseGet(() -> broken("decision-gates.gate.error.unknown-rule", name, settings));
    }

    /** What stands for a rule of a policy that this version of the app does not have. */
    static ConfiguredRule unknownRule(PolicyRule rule) {
        return ConfiguredRule.unusable(rule.rule(), rule.settings(), rule.message(),
                Finding.general("decision-gates.gate.error.unknown-rule", TextContent.excerpt(rule.rule())));
    }

    private static ConfiguredRule broken(String why, String name, Map<String, String> settings) {
        return ConfiguredRule.unusable(name, settings, Optional.empty(), Finding.general(why, TextContent.excerpt(name)));
    }

    private static Map<String, String> settingsOf(String rule, SortedMap<String, String> stored) {
        String prefix = rule + ".";
        Map<String, String> settings = new TreeMap<>();
        // everything that begins with the prefix sorts from the prefix up to the character behind the dot
        stored.subMap(prefix, rule + "/").forEach((key, value) -> settings.put(key.substring(prefix.length()), value));
        return settings;
    }

    /** One character more than can be valid: enough to see that it is too long. */
    private static String cut(String argument, int longest) {
        return argument.length() > longest ? argument.substring(0, longest + 1) : argument;
    }
}
