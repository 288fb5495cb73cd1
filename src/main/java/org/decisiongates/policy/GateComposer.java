package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts together what all policies in force ask at one gate of one project and issue type. Policies add up, the strictest wins, and their
 * order does not matter (ADR-0065). A policy of a project stands in place of the one of all projects that has its key, or beside it where
 * that one is locked. What cannot be found or read is a gate that refuses (ADR-0004).
 */
public final class GateComposer {

    private static final Comparator<Member> ORDER = Comparator.comparing((Member member) -> member.policy().key())
            .thenComparing(member -> member.policy().scope().isGlobal()).thenComparing(member -> member.gate().key());

    private final PoliciesInForce inForce;
    private final Function<String, Optional<RuleDefinition>> definitions;

    /** One gate of one policy. */
    private record Member(Policy policy, PolicyGate gate) {
    }

    /** @param definitions the rules there are, by key */
    public GateComposer(PoliciesInForce inForce, Function<String, Optional<RuleDefinition>> definitions) {
        this.inForce = inForce;
        this.definitions = definitions;
    }

    /** What it is made of. */
    public PoliciesInForce inForce() {
        return inForce;
    }

    /**
     * The gate that a workflow names, with what other policies ask at the same phase, or at a gate of the same key.
     *
     * @param projectId the host's id of the issue's project
     * @param issueType {@code decision}, {@code blocker}, or the host's id of another type
     */
    public Gate gate(PolicyReference reference, long projectId, String issueType) {
        List<Policy> named = policies(projectId, key -> key.equals(reference.policy()));
        List<ConfiguredRule> unreadable = unreadable(projectId);
        if (named.isEmpty()) {
            return refusing(reference, unreadable.isEmpty() ? List.of(unusable(reference.policy(),
                    Finding.general("decision-gates.gate.error.unknown-policy", reference.policy(), reference.gate()))) : unreadable);
        }
        List<Member> members = named.stream()
                .flatMap(policy -> policy.gate(reference.gate()).map(gate -> new Member(policy, gate)).stream())
                .sorted(ORDER).collect(Collectors.toCollection(ArrayList::new));
        if (members.isEmpty()) {
            return refusing(reference, List.of(unusable(reference.policy(),
                    Finding.general("decision-gates.gate.error.unknown-gate", reference.policy(), reference.gate()))));
        }
        Set<String> phases = members.stream().flatMap(member -> member.gate().phase().stream()).collect(Collectors.toSet());
        members.addAll(members(projectId, issueType, key -> !key.equals(reference.policy()),
                gate -> gate.key().equals(reference.gate()) || gate.phase().filter(phases::contains).isPresent()));
        return composed(members, unreadable);
    }

    /** What policies ask of an issue that is in a phase, however it came there; empty when none asks anything. */
    public Optional<Gate> ofPhase(String phase, long projectId, String issueType) {
        List<Member> members = members(projectId, issueType, key -> true, gate -> gate.phase().filter(phase::equals).isPresent());
        List<ConfiguredRule> unreadable = unreadable(projectId);
        if (members.isEmpty()) {
            return unreadable.isEmpty() ? Optional.empty()
                    : Optional.of(new Gate(unreadable.get(0).policies().get(0), phase, "", Enforcement.ENFORCE, unreadable));
        }
        return Optional.of(composed(members, unreadable));
    }

    /** The gate of one policy alone, as its cases and those who edit it ask it. */
    public static Gate alone(Policy policy, PolicyGate gate, Function<String, Optional<RuleDefinition>> definitions) {
        return new Gate(policy.version(), gate.key(), gate.name(), gate.enforcement(),
                gate.rules().stream().map(rule -> configured(rule, definitions)).toList());
    }

    private List<Member> members(long projectId, String issueType, Predicate<String> keys, Predicate<PolicyGate> gates) {
        return policies(projectId, keys).stream().filter(policy -> policy.issueType().equals(issueType))
                .flatMap(policy -> policy.gates().stream().filter(gates).map(gate -> new Member(policy, gate))).sorted(ORDER).toList();
    }

    private List<Policy> policies(long projectId, Predicate<String> keys) {
        return inForce.of(projectId).stream().filter(policy -> keys.test(policy.key())).toList();
    }

    /** What an unreadable policy would ask is not known, so it is taken to be about every gate of its scope. */
    private List<ConfiguredRule> unreadable(long projectId) {
        return inForce.unreadable().stream().filter(version -> version.scope().isGlobal() || version.scope().equals(Scope.of(projectId)))
                .sorted(Comparator.comparing(PolicyVersion::journalKey))
                .map(version -> unusable(version.key(), Finding.general("decision-gates.gate.error.unreadable-policy", version.key(),
                        Integer.toString(version.version()))).from(version).enforced(Enforcement.ENFORCE))
                .toList();
    }

    private Gate composed(List<Member> members, List<ConfiguredRule> unreadable) {
        Member first = members.get(0);
        CombinedRules rules = new CombinedRules();
        for (Member member : members) {
            for (ConfiguredRule rule : rules(member)) {
                Enforcement enforcement = member.gate().enforcement() == Enforcement.OFF ? Enforcement.OFF
                        : rule.enforcement().orElse(member.gate().enforcement());
                rules.add(rule.from(member.policy().version()).enforced(enforcement));
            }
        }
        unreadable.forEach(rules::add);
        Enforcement strictest = rules.strictest();
        return new Gate(first.policy().version(), first.gate().key(), first.gate().name(), strictest,
                rules.all().stream().map(rule -> plain(rule, first.policy().version(), strictest)).toList());
    }

    private List<ConfiguredRule> rules(Member member) {
        if (member.gate().rules().isEmpty()) {
            return List.of(unusable(member.gate().key(), Finding.general("decision-gates.gate.error.empty")));
        }
        return member.gate().rules().stream().map(rule -> configured(rule, definitions)).toList();
    }

    /** Says nothing that its gate says, too. */
    private static ConfiguredRule plain(ConfiguredRule rule, PolicyVersion ofGate, Enforcement enforcement) {
        return new ConfiguredRule(rule.name(), rule.settings(), rule.message(), rule.enforcement().filter(own -> own != enforcement),
                rule.when(), rule.policies().equals(List.of(ofGate)) ? List.of() : rule.policies(), rule.needs(), rule.rule());
    }

    private static ConfiguredRule configured(PolicyRule rule, Function<String, Optional<RuleDefinition>> definitions) {
        ConfiguredRule configured = definitions.apply(rule.rule())
                .map(definition -> ConfiguredRule.of(definition, rule.settings(), rule.message()))
                .orElseGet(() -> ConfiguredRule.unusable(rule.rule(), rule.settings(), rule.message(),
                        Finding.general("decision-gates.gate.error.unknown-rule", rule.rule())));
        ConfiguredRule bound = configured.when(rule.when());
        return rule.enforcement().map(bound::enforced).orElse(bound);
    }

    private static ConfiguredRule unusable(String name, Finding why) {
        return ConfiguredRule.unusable(name, Map.of(), Optional.empty(), why);
    }

    private static Gate refusing(PolicyReference reference, List<ConfiguredRule> rules) {
        return new Gate(new PolicyVersion(reference.policy(), 0), reference.gate(), "", Enforcement.ENFORCE, rules);
    }
}
