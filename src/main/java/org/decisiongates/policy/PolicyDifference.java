package org.decisiongates.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.decisiongates.text.Message;

/** What changed from one version of a policy to another, one message a change, in the order of the policy. */
public final class PolicyDifference {

    private final List<Message> changes = new ArrayList<>();

    private PolicyDifference() {
    }

    /** Nothing for versions that say the same. */
    public static List<Message> between(Policy before, Policy after) {
        PolicyDifference difference = new PolicyDifference();
        difference.heads(before, after);
        difference.weights(before.weights(), after.weights());
        difference.gates(before.gates(), after.gates());
        if (!before.cases().equals(after.cases())) {
            difference.add("cases", before.cases().size(), after.cases().size());
        }
        return List.copyOf(difference.changes);
    }

    private void heads(Policy before, Policy after) {
        compare("name", before.name(), after.name());
        compare("issue-type", before.issueType(), after.issueType());
        if (before.locked() != after.locked()) {
            add(after.locked() ? "locked" : "unlocked");
        }
        if (!before.waivers().groups().equals(after.waivers().groups()) || !before.waivers().roles().equals(after.waivers().roles())) {
            add("waivers");
        }
        compare("waiver-days", Integer.toString(before.waivers().longestDays()), Integer.toString(after.waivers().longestDays()));
    }

    private void weights(Map<String, Integer> before, Map<String, Integer> after) {
        for (String rule : names(before, after)) {
            compare("weight", String.valueOf(before.getOrDefault(rule, 0)), String.valueOf(after.getOrDefault(rule, 0)), rule);
        }
    }

    private void gates(List<PolicyGate> before, List<PolicyGate> after) {
        before.stream().filter(gate -> find(after, gate.key()).isEmpty()).forEach(gate -> add("gate-removed", gate.name()));
        for (PolicyGate gate : after) {
            find(before, gate.key()).ifPresentOrElse(old -> gate(old, gate), () -> {
                add("gate-added", gate.name());
                gate.rules().forEach(rule -> add("rule-added", gate.name(), rule.rule()));
            });
        }
        List<String> kept = before.stream().map(PolicyGate::key).filter(key -> find(after, key).isPresent()).toList();
        if (!kept.equals(after.stream().map(PolicyGate::key).filter(kept::contains).toList())) {
            add("gate-order");
        }
    }

    private void gate(PolicyGate before, PolicyGate after) {
        compare("gate-name", before.name(), after.name());
        compare("gate-phase", before.phase().orElse(""), after.phase().orElse(""), after.name());
        compare("gate-enforcement", before.enforcement().name(), after.enforcement().name(), after.name());
        Map<String, PolicyRule> old = named(before.rules());
        Map<String, PolicyRule> now = named(after.rules());
        // in the order of the gates, which a map has lost
        Stream<String> removed = keys(before.rules()).stream().filter(key -> !now.containsKey(key));
        removed.forEach(key -> add("rule-removed", after.name(), old.get(key).rule()));
        for (String key : keys(after.rules())) {
            if (old.containsKey(key)) {
                rule(after.name(), old.get(key), now.get(key));
            } else {
                add("rule-added", after.name(), now.get(key).rule());
            }
        }
        List<String> kept = keys(before.rules()).stream().filter(now::containsKey).toList();
        if (!kept.equals(keys(after.rules()).stream().filter(old::containsKey).toList())) {
            add("rule-order", after.name());
        }
    }

    private void rule(String gate, PolicyRule before, PolicyRule after) {
        for (String setting : names(before.settings(), after.settings())) {
            compare("setting", before.settings().getOrDefault(setting, ""), after.settings().getOrDefault(setting, ""), gate, after.rule(),
                    setting);
        }
        compare("message", before.message().orElse(""), after.message().orElse(""), gate, after.rule());
        compare("rule-enforcement", before.enforcement().map(Enum::name).orElse(""), after.enforcement().map(Enum::name).orElse(""), gate,
                after.rule());
        if (!before.when().equals(after.when())) {
            add("when", gate, after.rule());
        }
    }

    /** Rules by what tells them apart: their key, and which of the gate's rules of that key they are. */
    private static Map<String, PolicyRule> named(List<PolicyRule> rules) {
        Map<String, PolicyRule> named = new HashMap<>();
        List<String> keys = keys(rules);
        for (int i = 0; i < rules.size(); i++) {
            named.put(keys.get(i), rules.get(i));
        }
        return named;
    }

    private static List<String> keys(List<PolicyRule> rules) {
        Map<String, Integer> seen = new HashMap<>();
        return rules.stream().map(rule -> rule.rule() + " " + seen.merge(rule.rule(), 1, Integer::sum)).toList();
    }

    private static Optional<PolicyGate> find(List<PolicyGate> gates, String key) {
        return gates.stream().filter(gate -> gate.key().equals(key)).findFirst();
    }

    private static Set<String> names(Map<String, ?> before, Map<String, ?> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    /** Both values come behind what they are of. */
    private void compare(String kind, String before, String after, Serializable... of) {
        if (!Objects.equals(before, after)) {
            add(kind, Stream.concat(Stream.of(of), Stream.of(before, after)).toArray(Serializable[]::new));
        }
    }

    private void add(String kind, Serializable... arguments) {
        changes.add(Message.of("decision-gates.policy.difference." + kind, arguments));
    }
}
