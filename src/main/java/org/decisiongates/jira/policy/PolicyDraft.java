package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCase;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.When;
import org.decisiongates.policy.rules.ApprovalsCurrent;

/** Changes of a policy that is being edited, each giving another policy. A place that is not there changes nothing. */
final class PolicyDraft {

    private PolicyDraft() {
    }

    static Policy withGate(Policy policy, String name) {
        int number = policy.gates().size() + 1;
        while (policy.gate("gate-" + number).isPresent()) {
            number++;
        }
        List<PolicyGate> gates = new ArrayList<>(policy.gates());
        gates.add(new PolicyGate("gate-" + number, name, Optional.empty(), Enforcement.ENFORCE, List.of()));
        return policy.withGates(gates);
    }

    static Policy withoutGate(Policy policy, int gate) {
        return policy.withGates(without(policy.gates(), gate));
    }

    static Policy moveGate(Policy policy, int gate, int by) {
        return policy.withGates(moved(policy.gates(), gate, by));
    }

    static Policy withRule(Policy policy, int gate, String rule) {
        return rules(policy, gate, rules -> {
            List<PolicyRule> more = new ArrayList<>(rules);
            more.add(PolicyRule.of(rule));
            return more;
        });
    }

    static Policy withoutRule(Policy policy, int gate, int rule) {
        return rules(policy, gate, rules -> without(rules, rule));
    }

    static Policy moveRule(Policy policy, int gate, int rule, int by) {
        return rules(policy, gate, rules -> moved(rules, rule, by));
    }

    static Policy withCondition(Policy policy, int gate, int rule, RuleCondition condition) {
        return conditions(policy, gate, rule, conditions -> {
            List<RuleCondition> more = new ArrayList<>(conditions);
            more.add(condition);
            return more;
        });
    }

    static Policy withoutCondition(Policy policy, int gate, int rule, int condition) {
        return conditions(policy, gate, rule, conditions -> without(conditions, condition));
    }

    /**
     * Bound to all that an approval can be bound to: whoever wants less takes it out. Its key is one that no version has had, since what
     * was given under a key counts for whatever has that key.
     *
     * @param basedOn the version that is edited; 0 for a new policy
     */
    static Policy withApproval(Policy policy, int basedOn, String name) {
        List<ApprovalRequirement> more = new ArrayList<>(policy.approvals().requirements());
        String key = "approval-" + (basedOn + 1) + "-";
        int number = 1;
        while (hasApproval(policy, key + number)) {
            number++;
        }
        more.add(new ApprovalRequirement(key + number, name, 1, new ApproverSources(List.of(), List.of(), List.of(), List.of()),
                ApprovalQuorum.people(1), When.ALWAYS, EnumSet.allOf(SealedSection.class), false));
        return requirements(policy, more);
    }

    /**
     * An approval to begin with: two people approve question, chosen option and criteria, no owner or editor is one of them, and the gates
     * into the phase Decided wait for it. Who they are is left to be said.
     */
    static Policy withExampleApproval(Policy policy, int basedOn, String name) {
        List<ApprovalRequirement> all = new ArrayList<>(withApproval(policy, basedOn, name).approvals().requirements());
        ApprovalRequirement plain = all.remove(all.size() - 1);
        all.add(new ApprovalRequirement(plain.key(), name, plain.stage(), plain.approvers(), ApprovalQuorum.people(2), plain.when(),
                EnumSet.of(SealedSection.QUESTION, SealedSection.CHOSEN_OPTION, SealedSection.CRITERIA), false));
        return policy.approvedBy(new ApprovalTerms(all, true, policy.approvals().reminderDays()))
                .withGates(policy.gates().stream().map(PolicyDraft::waitingForApprovals).toList());
    }

    /** The strictest enforcement of the gates that {@link #withExampleApproval} has wait for it; empty without such a gate. */
    static Optional<Enforcement> enforcementOfDeciding(Policy policy) {
        return policy.gates().stream().filter(PolicyDraft::leadsIntoDecided).map(PolicyGate::enforcement).min(Comparator.naturalOrder());
    }

    private static boolean leadsIntoDecided(PolicyGate gate) {
        return gate.phase().equals(Optional.of(DecisionPhase.DECIDED.name()));
    }

    private static PolicyGate waitingForApprovals(PolicyGate gate) {
        String rule = ApprovalsCurrent.DEFINITION.key();
        if (!leadsIntoDecided(gate) || gate.rules().stream().anyMatch(one -> one.rule().equals(rule))) {
            return gate;
        }
        List<PolicyRule> rules = new ArrayList<>(gate.rules());
        rules.add(PolicyRule.of(rule));
        return new PolicyGate(gate.key(), gate.name(), gate.phase(), gate.enforcement(), rules);
    }

    private static boolean hasApproval(Policy policy, String key) {
        return policy.approvals().requirements().stream().anyMatch(one -> one.key().equals(key));
    }

    static Policy withoutApproval(Policy policy, int number) {
        return requirements(policy, without(policy.approvals().requirements(), number));
    }

    static Policy moveApproval(Policy policy, int number, int by) {
        return requirements(policy, moved(policy.approvals().requirements(), number, by));
    }

    static Policy withApprovalCondition(Policy policy, int number, RuleCondition condition) {
        return asked(policy, number, conditions -> {
            List<RuleCondition> more = new ArrayList<>(conditions);
            more.add(condition);
            return more;
        });
    }

    static Policy withoutApprovalCondition(Policy policy, int number, int condition) {
        return asked(policy, number, conditions -> without(conditions, condition));
    }

    private static Policy asked(Policy policy, int number, UnaryOperator<List<RuleCondition>> change) {
        return requirements(policy, replaced(policy.approvals().requirements(), number,
                one -> one.asked(new When(change.apply(one.when().conditions())))));
    }

    private static Policy requirements(Policy policy, List<ApprovalRequirement> requirements) {
        return policy
                .approvedBy(new ApprovalTerms(requirements, policy.approvals().separationOfDuties(), policy.approvals().reminderDays()));
    }

    static Policy withCase(Policy policy, PolicyCase one) {
        List<PolicyCase> more = new ArrayList<>(policy.cases());
        more.add(one);
        return policy.withCases(more);
    }

    static Policy withoutCase(Policy policy, int number) {
        return policy.withCases(without(policy.cases(), number));
    }

    static Policy changeCase(Policy policy, int number, UnaryOperator<PolicyCase> change) {
        return policy.withCases(replaced(policy.cases(), number, change));
    }

    private static Policy conditions(Policy policy, int gate, int at, UnaryOperator<List<RuleCondition>> change) {
        return rules(policy, gate, rules -> replaced(rules, at, rule -> new PolicyRule(rule.rule(), rule.settings(), rule.message(),
                rule.enforcement(), new When(change.apply(rule.when().conditions())))));
    }

    private static Policy rules(Policy policy, int at, UnaryOperator<List<PolicyRule>> change) {
        return policy.withGates(replaced(policy.gates(), at,
                gate -> new PolicyGate(gate.key(), gate.name(), gate.phase(), gate.enforcement(), change.apply(gate.rules()))));
    }

    private static <T> List<T> replaced(List<T> list, int at, UnaryOperator<T> change) {
        List<T> replaced = new ArrayList<>(list);
        if (at >= 0 && at < list.size()) {
            replaced.set(at, change.apply(list.get(at)));
        }
        return replaced;
    }

    private static <T> List<T> without(List<T> list, int at) {
        List<T> fewer = new ArrayList<>(list);
        if (at >= 0 && at < list.size()) {
            fewer.remove(at);
        }
        return fewer;
    }

    private static <T> List<T> moved(List<T> list, int at, int by) {
        List<T> moved = new ArrayList<>(list);
        if (at >= 0 && at < list.size() && at + by >= 0 && at + by < list.size()) {
            moved.add(at + by, moved.remove(at));
        }
        return moved;
    }
}
