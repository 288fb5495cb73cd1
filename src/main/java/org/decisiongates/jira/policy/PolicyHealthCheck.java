package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.gate.GateFormatter;
import org.decisiongates.jira.gate.HostNames;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyReferences;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;

/**
 * What is wrong with the policies in force: what they name and Jira does not have any more, people who have left, and ways round their
 * gates. Reads what Jira and the node hold in memory, but for people and groups.
 */
@JiraComponent
class PolicyHealthCheck implements HealthCheck {

    private static final String PAGE = "/plugins/servlet/decision-gates/policies";

    private final Policies policies;
    private final PolicyBypasses bypasses;
    private final PolicyUsages usages;
    private final WorkflowsInUse inUse;
    private final HostNames names;
    private final UserManager users;
    private final GateFormatter sentences;

    PolicyHealthCheck(Policies policies, PolicyBypasses bypasses, PolicyUsages usages, WorkflowsInUse inUse, HostNames names,
            UserManager users, GateFormatter sentences) {
        this.policies = policies;
        this.bypasses = bypasses;
        this.usages = usages;
        this.inUse = inUse;
        this.names = names;
        this.users = users;
        this.sentences = sentences;
    }

    @Override
    public String key() {
        return "policies";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        PoliciesInForce inForce = policies.inForce();
        List<HealthFinding> findings = new ArrayList<>();
        inForce.unreadable().stream().filter(version -> concerns(version.scope(), scope))
                .forEach(version -> findings
                        .add(HealthFinding.error("policies.unreadable", version.key(), version.version()).fixedAt(PAGE)));
        List<PolicyBypasses.Way> ways = bypasses.ways();
        Predicate<String> ofScope = usages.workflowsOf(scope);
        inForce.policies().stream().filter(policy -> concerns(policy.scope(), scope)).forEach(policy -> {
            findings.addAll(references(policy));
            findings.addAll(idle(policy));
            policy.gates().forEach(gate -> bypasses.of(policy, gate, ways, inForce).stream()
                    .filter(way -> ofScope.test(way.workflow()))
                    .forEach(way -> findings.add(HealthFinding.warning("policies.bypass", policy.name(), gate.name(), way.workflow(),
                            way.name()).fixedAt(addressOf(policy)))));
        });
        return findings;
    }

    static boolean concerns(Scope of, Scope scope) {
        return scope.isGlobal() || of.isGlobal() || of.equals(scope);
    }

    /** What of it asks nobody anything. */
    private List<HealthFinding> idle(Policy policy) {
        if (policy.gates().stream().allMatch(gate -> gate.rules().isEmpty())) {
            return List.of(HealthFinding.warning("policies.no-rule", policy.name()).fixedAt(addressOf(policy)));
        }
        return policy.gates().stream().flatMap(gate -> gate.rules().stream().filter(rule -> rule.when().isNever(policy.issueType()))
                .map(rule -> HealthFinding.warning("policies.never-asked", policy.name(), gate.name(), sentences.nameOf(rule.rule()))
                        .fixedAt(addressOf(policy))))
                .toList();
    }

    /** What its tests name is left out: they are about issues of the past. */
    static Policy untested(Policy policy) {
        return policy.withCases(List.of());
    }

    /** Of people that only approvals name {@link ApproverHealthCheck} says more. */
    private List<HealthFinding> references(Policy policy) {
        Set<HostReference> ofRules = PolicyReferences.of(untested(policy).approvedBy(ApprovalTerms.NONE), Rules::of);
        return PolicyReferences.of(untested(policy), Rules::of).stream()
                .filter(reference -> reference.kind() != HostReference.Kind.PERSON || ofRules.contains(reference))
                .flatMap(reference -> finding(policy, reference).stream()).map(finding -> finding.fixedAt(addressOf(policy))).toList();
    }

    private Optional<HealthFinding> finding(Policy policy, HostReference reference) {
        Optional<ApplicationUser> person = reference.kind() == HostReference.Kind.PERSON
                ? Optional.ofNullable(users.getUserByKey(reference.id()))
                : Optional.empty();
        if (person.isPresent()) {
            return person.filter(user -> !user.isActive())
                    .map(user -> HealthFinding.warning("policies.inactive-person", policy.name(), user.getDisplayName()));
        }
        return names.nameOf(reference).isPresent() ? Optional.empty()
                : Optional.of(HealthFinding.error("policies.gone." + reference.kind().key(), policy.name(), reference.key()));
    }

    private String addressOf(Policy policy) {
        return addressOf(policy, inUse);
    }

    /** Where the policy is edited. */
    static String addressOf(Policy policy, WorkflowsInUse inUse) {
        return policy.scope().isGlobal() ? PAGE + "?key=" + policy.key()
                : inUse.projects(policy.scope()).stream().map(project -> PAGE + "?project=" + project.getKey() + "&key=" + policy.key())
                        .findFirst().orElse(PAGE);
    }
}
