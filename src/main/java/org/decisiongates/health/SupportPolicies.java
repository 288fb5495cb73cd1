package org.decisiongates.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.ShippedPolicies;

/**
 * The policies in force as the support zip shows them. Keys that the app ships stay, those that people chose have aliases.
 *
 * @param policies   those that can be read
 * @param unreadable how many cannot
 */
public record SupportPolicies(List<Shown> policies, int unreadable) {

    private static final Map<String, Policy> SHIPPED = ShippedPolicies.all().stream().collect(Collectors.toMap(Policy::key, one -> one));

    /** @param definitions what the app knows of rules */
    public static SupportPolicies of(PoliciesInForce inForce, SupportAliases aliases,
            Function<String, Optional<RuleDefinition>> definitions) {
        return new SupportPolicies(inForce.policies().stream().map(policy -> shown(policy, aliases, definitions)).toList(),
                inForce.unreadable().size());
    }

    /** What a policy is called in a support zip. */
    public static String policy(String key, SupportAliases aliases) {
        return SHIPPED.containsKey(key) ? key : aliases.of("policy", key);
    }

    /** What a gate is called in a support zip. */
    public static String gate(String key, SupportAliases aliases) {
        return SHIPPED.values().stream().anyMatch(policy -> policy.gate(key).isPresent()) ? key : aliases.of("gate", key);
    }

    private static Shown shown(Policy policy, SupportAliases aliases, Function<String, Optional<RuleDefinition>> definitions) {
        OptionalLong project = policy.scope().isGlobal() ? OptionalLong.empty() : policy.scope().project();
        return new Shown(policy(policy.key(), aliases), project.isPresent() ? Optional.of(project.getAsLong()) : Optional.empty(),
                policy.version().version(), type(policy), policy.locked(), policy.waivers().groups().size(),
                policy.waivers().roles().size(),
                policy.waivers().longestDays(), policy.weights().size(), policy.cases().size(),
                policy.gates().stream().map(gate -> shown(gate, aliases, definitions)).toList());
    }

    /** An own type, or the host's id of another. */
    private static String type(Policy policy) {
        return Stream.of("decision", "blocker").filter(policy.issueType()::equals).findFirst()
                .orElse(policy.issueType().matches("[0-9]{1,18}") ? policy.issueType() : "another");
    }

    private static Gate shown(PolicyGate gate, SupportAliases aliases, Function<String, Optional<RuleDefinition>> definitions) {
        return new Gate(gate(gate.key(), aliases), gate.phase().isPresent(), gate.enforcement(),
                gate.rules().stream().map(rule -> shown(rule, definitions)).toList());
    }

    private static SupportRule shown(PolicyRule rule, Function<String, Optional<RuleDefinition>> definitions) {
        return SupportRule.of(rule.rule(), rule.settings(), rule.message().isPresent(), rule.enforcement(), rule.when(), definitions);
    }

    /**
     * A policy.
     *
     * @param project id of the project whose policy it is; empty for all
     */
    public record Shown(String policy, Optional<Long> project, int version, String issueType, boolean locked, int waiverGroups,
            int waiverRoles, int waiverDays, int weights, int cases, List<Gate> gates) {
    }

    /**
     * A gate of it.
     *
     * @param ofPhase whether it guards the entry of a phase
     */
    public record Gate(String gate, boolean ofPhase, Enforcement enforcement, List<SupportRule> rules) {
    }
}
