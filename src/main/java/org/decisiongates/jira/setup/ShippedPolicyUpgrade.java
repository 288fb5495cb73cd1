package org.decisiongates.jira.setup;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.policy.InvalidPolicyException;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.ShippedPolicies;
import org.decisiongates.policy.StalePolicyException;
import org.decisiongates.text.Message;

/** Adds to the app's policies the gates that this version ships, as a new version of each, and takes that back by one more. */
@JiraComponent
class ShippedPolicyUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedPolicyUpgrade.class);
    private static final String TEXTS = "decision-gates.jira.admin.upgrade.";
    private static final String ADDED = "Added by the upgrade of Decision Gates: ";
    private static final String TAKEN_BACK = "What the upgrade of Decision Gates added is taken back.";

    private final Policies policies;
    private final InstallationUpgradeRecord record;
    private final AuditLog log;
    private final JiraAuthenticationContext authentication;
    private final Clock clock;

    ShippedPolicyUpgrade(Policies policies, InstallationUpgradeRecord record, AuditLog log, JiraAuthenticationContext authentication,
            Clock clock) {
        this.policies = policies;
        this.record = record;
        this.log = log;
        this.authentication = authentication;
        this.clock = clock;
    }

    List<Message> additions() {
        return ShippedPolicies.all().stream().flatMap(
                shipped -> lacking(shipped).stream().map(gate -> Message.of(TEXTS + "policy-gate", shipped.name(), gate.name())))
                .toList();
    }

    /** Adds the gates; returns why not to some of the policies. */
    List<Message> apply() {
        return ShippedPolicies.all().stream().filter(shipped -> !lacking(shipped).isEmpty()).flatMap(shipped -> extend(shipped).stream())
                .toList();
    }

    List<Message> undoList() {
        return ShippedPolicies.all().stream().flatMap(policy -> record.policy(policy.key()).stream()
                .filter(version -> isOwn(policy, version))
                .map(version -> Message.of(TEXTS + "undo.policy", policy.name(), Integer.toString(version)))).toList();
    }

    /**
     * Puts the versions before back into force; returns which policies were changed since, and keep the gates. Those stay on the list: as
     * long as a policy has the gates, what they ask for must not go.
     */
    List<Message> takeBack() {
        return ShippedPolicies.all().stream().flatMap(shipped -> takeBack(shipped).stream()).toList();
    }

    /** Whether a policy of this key is in force: one that was removed is missed by nobody. */
    boolean isInForce(String policy) {
        return inForce(policy).isPresent();
    }

    /** Gates that the shipped policy enforces and the one in force lacks. Advice that is missing keeps nobody from anything. */
    private List<PolicyGate> lacking(Policy shipped) {
        return inForce(shipped.key()).map(there -> shipped.gates().stream()
                .filter(gate -> InstallationUpgradeHealthCheck.isEnforced(gate) && there.gate(gate.key()).isEmpty()).toList())
                .orElse(List.of());
    }

    private Optional<Policy> inForce(String policy) {
        return policies.inForce().policy(Scope.GLOBAL, policy);
    }

    private Optional<Message> extend(Policy shipped) {
        Policy there = inForce(shipped.key()).orElseThrow();
        List<PolicyGate> more = lacking(shipped);
        PolicyVersion next = new PolicyVersion(shipped.key(), there.version().version() + 1);
        Policy extended = extended(there, next, more);
        record.add(shipped.key(), next.version());
        boolean isStored = false;
        try {
            Optional<Message> fault = append("policies-upgraded", extended, reason(more));
            isStored = fault.isEmpty();
            return fault;
        } finally {
            // it may have been stored before what failed
            if (!isStored && !isOwn(shipped, next.version())) {
                record.remove(shipped.key(), next.version());
            }
        }
    }

    private static String reason(List<PolicyGate> added) {
        return ADDED + added.stream().map(PolicyGate::name).collect(Collectors.joining(", ")) + ".";
    }

    /**
     * Whether a version is as the upgrade writes one: that before with gates more, and the reason that names them. The number alone says
     * nothing: Jira may have been stopped between recording and storing it, and the next version of that number is somebody's. One
     * that cannot be read is not recognised, and left alone.
     */
    private boolean isOwn(Policy shipped, int number) {
        PolicyVersion version = new PolicyVersion(shipped.key(), number);
        try {
            Optional<Policy> written = policies.version(version);
            Optional<Policy> before = policies.version(new PolicyVersion(shipped.key(), number - 1));
            if (written.isEmpty() || before.isEmpty()) {
                return false;
            }
            List<PolicyGate> gates = written.get().gates();
            int kept = Math.min(before.get().gates().size(), gates.size());
            return extended(before.get(), version, gates.subList(kept, gates.size())).equals(written.get())
                    && policies.history(Scope.GLOBAL, shipped.key()).stream().filter(revision -> revision.version().equals(version))
                            .anyMatch(revision -> !revision.retired() && revision.why().equals(reason(gates.subList(kept, gates.size()))));
        } catch (InvalidPolicyException e) {
            LOG.warn("version {} of the policy {} or the one before cannot be read", number, shipped.key(), e);
            return false;
        }
    }

    private static Policy extended(Policy before, PolicyVersion version, List<PolicyGate> more) {
        return before.as(version).withGates(Stream.concat(before.gates().stream(), more.stream()).toList());
    }

    private Optional<Message> takeBack(Policy shipped) {
        Optional<Integer> version = record.policy(shipped.key());
        while (version.isPresent()) {
            Optional<Message> left = takeBack(shipped, version.get());
            if (left.isPresent()) {
                return left;
            }
            record.remove(shipped.key(), version.get());
            version = record.policy(shipped.key());
        }
        return Optional.empty();
    }

    /** A version that was recorded and never stored leaves nothing; one that somebody else wrote, then or since, belongs to them. */
    private Optional<Message> takeBack(Policy shipped, int version) {
        Optional<Policy> now = inForce(shipped.key());
        if (now.filter(policy -> policy.version().version() == version).isPresent() && isOwn(shipped, version)) {
            return restore(shipped, version);
        }
        return now.filter(policy -> policy.version().version() >= version && hasGatesOf(policy, version))
                .map(policy -> Message.of(TEXTS + "policy-left", shipped.name()));
    }

    /** Whether the policy has a gate that this version of it added, which then needs its fields; true where a version cannot be read. */
    private boolean hasGatesOf(Policy now, int version) {
        try {
            Optional<Policy> before = policies.version(new PolicyVersion(now.key(), version - 1));
            return policies.version(new PolicyVersion(now.key(), version)).stream().flatMap(added -> added.gates().stream())
                    .map(PolicyGate::key).filter(gate -> before.flatMap(policy -> policy.gate(gate)).isEmpty())
                    .anyMatch(gate -> now.gate(gate).isPresent());
        } catch (InvalidPolicyException e) {
            LOG.warn("version {} of the policy {} or the one before cannot be read", version, now.key(), e);
            return true;
        }
    }

    private Optional<Message> restore(Policy shipped, int version) {
        try {
            Policy before = policies.version(new PolicyVersion(shipped.key(), version - 1)).orElseThrow();
            return append("upgrade-undone", before.as(new PolicyVersion(shipped.key(), version + 1)), TAKEN_BACK);
        } catch (InvalidPolicyException e) {
            LOG.warn("version {} of the policy {} cannot be read", version - 1, shipped.key(), e);
            return Optional.of(Message.of(TEXTS + "policy-left", shipped.name()));
        }
    }

    private Optional<Message> append(String action, Policy policy, String why) {
        try {
            policies.append(policy, new PolicyRevision(policy.version(), false, why, authentication.getLoggedInUser().getKey(),
                    clock.instant()));
            log.record(new ConfigurationChange(action, Optional.empty(), shown(policy, policy.version().version() - 1),
                    shown(policy, policy.version().version()) + ": " + why));
            return Optional.empty();
        } catch (StalePolicyException e) {
            LOG.info("the policy {} was changed at the same time", policy.key(), e);
            return Optional.of(Message.of(TEXTS + "policy-changed", policy.name()));
        }
    }

    private static String shown(Policy policy, int version) {
        return policy.name() + " (" + policy.key() + ") " + version;
    }
}
