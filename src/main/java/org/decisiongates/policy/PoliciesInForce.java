package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The newest version of every policy that is not retired. Immutable: what is compiled of it stays right as long as the same object is
 * handed out.
 *
 * @param policies   those that can be read
 * @param unreadable those whose stored text this version of the app cannot read; every gate they could be about refuses
 */
public record PoliciesInForce(List<Policy> policies, List<PolicyVersion> unreadable) {

    /** None at all. */
    public static final PoliciesInForce NONE = new PoliciesInForce(List.of(), List.of());

    public PoliciesInForce {
        policies = List.copyOf(policies);
        unreadable = List.copyOf(unreadable);
    }

    /** The same with {@code policy} in force, in place of the one of its scope and key where there is one. */
    public PoliciesInForce with(Policy policy) {
        List<Policy> all = new ArrayList<>(policies);
        all.removeIf(other -> isSame(other.version(), policy.version()));
        all.add(policy);
        return new PoliciesInForce(all, unreadable.stream().filter(version -> !isSame(version, policy.version())).toList());
    }

    private static boolean isSame(PolicyVersion one, PolicyVersion other) {
        return one.scope().equals(other.scope()) && one.key().equals(other.key());
    }

    /** The policies that are about a project: its own, and of those of all projects the ones it has none in place of. */
    public List<Policy> of(long projectId) {
        Scope project = Scope.of(projectId);
        Set<String> own = policies.stream().filter(policy -> policy.scope().equals(project)).map(Policy::key).collect(Collectors.toSet());
        return policies.stream().filter(policy -> policy.scope().equals(project)
                || policy.scope().isGlobal() && (policy.locked() || !own.contains(policy.key()))).toList();
    }

    /** The policy of exactly this scope with this key. */
    public Optional<Policy> policy(Scope scope, String key) {
        return policies.stream().filter(policy -> policy.scope().equals(scope) && policy.key().equals(key)).findFirst();
    }
}
