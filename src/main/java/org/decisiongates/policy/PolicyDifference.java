package org.decisiongates.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.decisiongates.text.Message;

/** What changed from one version of a policy to another, one message a change, in the order of the policy. */
public final class PolicyDifference {

    private final List<Message> changes = new ArrayList<>();
    private final PolicyNames names;

    private PolicyDifference(PolicyNames names) {
        this.names = names;
    }

    /** Nothing for versions that say the same. */
    public static List<Message> between(Policy before, Policy after, PolicyNames names) {
        PolicyDifference difference = new PolicyDifference(names);
        difference.heads(before, after);
        difference.approvals(before.approvals(), after.approvals());
        difference.weights(before.weights(), after.weights());
        difference.gates(before.gates(), after.gates());
        difference.cases(before.cases(), after.cases());
        return List.copyOf(difference.changes);
    }

    private void heads(Policy before, Policy after) {
        compare("name", before.name(), after.name());
        if (!before.issueType().equals(after.issueType())) {
            add("issue-type", names.issueType(before.issueType()), names.issueType(after.issueType()));
        }
        if (before.locked() != after.locked()) {
            add(after.locked() ? "locked" : "unlocked");
        }
        members("waiver-group", before.waivers().groups(), after.waivers().groups(), Function.identity());
        members("waiver-role", before.waivers().roles(), after.waivers().roles(), names::role);
        compare("waiver-days", Integer.toString(before.waivers().longestDays()), Integer.toString(after.waivers().longestDays()));
    }

    private void approvals(ApprovalTerms before, ApprovalTerms after) {
        if (before.separationOfDuties() != after.separationOfDuties()) {
            add(after.separationOfDuties() ? "duties-separated" : "duties-joined");
        }
        if (before.reminderDays() != after.reminderDays()) {
            add("reminder-days", before.reminderDays(), after.reminderDays());
        }
        Map<String, ApprovalRequirement> old = keyed(before.requirements(), ApprovalRequirement::key);
        Map<String, ApprovalRequirement> now = keyed(after.requirements(), ApprovalRequirement::key);
        old.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> add("approval-removed", old.get(key).name()));
        now.forEach((key, one) -> {
            if (old.containsKey(key)) {
                approval(old.get(key), one);
            } else {
                add("approval-added", one.name());
            }
        });
        if (isReordered(old, now)) {
            add("approval-order");
        }
    }

    private void approval(ApprovalRequirement before, ApprovalRequirement after) {
        if (!before.name().equals(after.name())) {
            add("approval-renamed", before.name(), after.name());
        }
        if (before.stage() != after.stage()) {
            add("approval-stage", after.name(), before.stage(), after.stage());
        }
        if (!before.approvers().equals(after.approvers())) {
            add("approval-approvers", after.name());
        }
        if (!before.quorum().equals(after.quorum())) {
            add("approval-quorum", after.name());
        }
        if (!before.when().equals(after.when())) {
            add("approval-when", after.name());
        }
        if (!before.sections().equals(after.sections())) {
            add("approval-sections", after.name());
        }
        if (before.commentRequired() != after.commentRequired()) {
            add(after.commentRequired() ? "approval-comment-required" : "approval-comment-optional", after.name());
        }
        if (before.passwordRequired() != after.passwordRequired()) {
            add(after.passwordRequired() ? "approval-password-required" : "approval-password-not-required", after.name());
        }
    }

    private void members(String kind, List<String> before, List<String> after, Function<String, String> name) {
        before.stream().filter(one -> !after.contains(one)).forEach(one -> add(kind + "-removed", name.apply(one)));
        after.stream().filter(one -> !before.contains(one)).forEach(one -> add(kind + "-added", name.apply(one)));
    }

    /** A policy without weights has the usual ones. */
    private void weights(Map<String, Integer> before, Map<String, Integer> after) {
        if (before.isEmpty() != after.isEmpty()) {
            add(after.isEmpty() ? "weights-usual" : "weights-own");
        }
        for (String rule : after.isEmpty() ? Set.<String>of() : both(before, after)) {
            int old = before.getOrDefault(rule, 0);
            int now = after.getOrDefault(rule, 0);
            if (before.isEmpty()) {
                add("weight-set", names.rule(rule), now);
            } else if (old != now) {
                add("weight", names.rule(rule), old, now);
            }
        }
    }

    private void gates(List<PolicyGate> before, List<PolicyGate> after) {
        before.stream().filter(gate -> find(after, gate.key()).isEmpty()).forEach(gate -> add("gate-removed", gate.name()));
        for (PolicyGate gate : after) {
            find(before, gate.key()).ifPresentOrElse(old -> gate(old, gate), () -> {
                add("gate-added", gate.name());
                gate.rules().forEach(rule -> add("rule-added", gate.name(), names.rule(rule.rule())));
            });
        }
        List<String> kept = before.stream().map(PolicyGate::key).filter(key -> find(after, key).isPresent()).toList();
        if (!kept.equals(after.stream().map(PolicyGate::key).filter(kept::contains).toList())) {
            add("gate-order");
        }
    }

    private void gate(PolicyGate before, PolicyGate after) {
        compare("gate-name", before.name(), after.name());
        compare("gate-phase", names.phase(before.phase().orElse("")), names.phase(after.phase().orElse("")), after.name());
        compare("gate-enforcement", names.enforcement(before.enforcement()), names.enforcement(after.enforcement()), after.name());
        Map<String, PolicyRule> old = keyed(before.rules(), PolicyRule::rule);
        Map<String, PolicyRule> now = keyed(after.rules(), PolicyRule::rule);
        old.keySet().stream().filter(key -> !now.containsKey(key))
                .forEach(key -> add("rule-removed", after.name(), names.rule(old.get(key).rule())));
        now.forEach((key, rule) -> {
            if (old.containsKey(key)) {
                rule(after.name(), old.get(key), rule);
            } else {
                add("rule-added", after.name(), names.rule(rule.rule()));
            }
        });
        if (isReordered(old, now)) {
            add("rule-order", after.name());
        }
    }

    private void rule(String gate, PolicyRule before, PolicyRule after) {
        String rule = names.rule(after.rule());
        for (String setting : both(before.settings(), after.settings())) {
            if (!Objects.equals(before.settings().get(setting), after.settings().get(setting))) {
                add("setting", gate, rule, names.setting(after.rule(), setting), names.value(before, setting),
                        names.value(after, setting));
            }
        }
        message(gate, rule, before.message(), after.message());
        compare("rule-enforcement", enforcement(before), enforcement(after), gate, rule);
        before.when().conditions().stream().filter(condition -> !after.when().conditions().contains(condition))
                .forEach(condition -> add("when-removed", gate, rule, names.condition(condition)));
        after.when().conditions().stream().filter(condition -> !before.when().conditions().contains(condition))
                .forEach(condition -> add("when-added", gate, rule, names.condition(condition)));
    }

    private void message(String gate, String rule, Optional<String> before, Optional<String> after) {
        if (before.isPresent() && after.isPresent()) {
            compare("message", before.get(), after.get(), gate, rule);
        } else {
            before.ifPresent(old -> add("message-removed", gate, rule, old));
            after.ifPresent(now -> add("message-added", gate, rule, now));
        }
    }

    private String enforcement(PolicyRule rule) {
        return rule.enforcement().map(names::enforcement).orElseGet(names::enforcedAsItsGate);
    }

    private void cases(List<PolicyCase> before, List<PolicyCase> after) {
        Map<String, PolicyCase> old = keyed(before, PolicyCase::name);
        Map<String, PolicyCase> now = keyed(after, PolicyCase::name);
        old.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> add("case-removed", old.get(key).name()));
        now.forEach((key, one) -> {
            if (old.containsKey(key)) {
                oneCase(old.get(key), one);
            } else {
                add("case-added", one.name());
            }
        });
        if (isReordered(old, now)) {
            add("case-order");
        }
    }

    private void oneCase(PolicyCase before, PolicyCase after) {
        compare("case-gate", before.gate(), after.gate(), after.name());
        if (!after.equals(new PolicyCase(before.name(), after.gate(), before.issue(), before.day(), before.actor(), before.changes(),
                before.comment(), after.expected()))) {
            add("case-changed", after.name());
        }
        for (String rule : both(before.expected(), after.expected())) {
            RuleResult.Status old = before.expected().get(rule);
            RuleResult.Status now = after.expected().get(rule);
            if (now == null) {
                add("case-expects-nothing", after.name(), names.rule(rule));
            } else if (old != now) {
                add("case-expects", after.name(), names.rule(rule), names.status(now));
            }
        }
    }

    /** By what tells them apart: their name, and which of those of that name they are; in their order. */
    private static <T> Map<String, T> keyed(List<T> all, Function<T, String> name) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, T> keyed = new LinkedHashMap<>();
        all.forEach(one -> keyed.put(name.apply(one) + " " + seen.merge(name.apply(one), 1, Integer::sum), one));
        return keyed;
    }

    private static boolean isReordered(Map<String, ?> before, Map<String, ?> after) {
        return !before.keySet().stream().filter(after::containsKey).toList()
                .equals(after.keySet().stream().filter(before::containsKey).toList());
    }

    private static Optional<PolicyGate> find(List<PolicyGate> gates, String key) {
        return gates.stream().filter(gate -> gate.key().equals(key)).findFirst();
    }

    private static Set<String> both(Map<String, ?> before, Map<String, ?> after) {
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
