package org.decisiongates.readiness;

import java.util.List;

import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult;

/**
 * What one rule of a gate says of an issue before a transition.
 *
 * @param rule        key of the rule; empty text for a gate that holds none
 * @param result      what it found
 * @param enforcement what follows when it is not met
 * @param findings    why it is not met, in the administrator's own words where there are any; of a rule that passed, advice
 * @param policies    the policies that ask it; of a rule that is written into a workflow, that of workflows
 * @param subject     id of the field that it is set to read; empty text for none
 */
public record RuleReadiness(String rule, RuleResult.Status result, Enforcement enforcement, List<Finding> findings,
        List<PolicyVersion> policies, String subject) {

    private static final String FIELD = "field";

    public RuleReadiness {
        findings = List.copyOf(findings);
        policies = List.copyOf(policies);
    }

    static RuleReadiness of(Gate gate, int index, RuleResult result) {
        ConfiguredRule rule = gate.rules().get(index);
        return new RuleReadiness(rule.shownName(), result.status(), gate.enforcementOf(index),
                result.status().letsThrough() ? result.findings() : rule.findings(result),
                rule.policies().isEmpty() ? List.of(gate.policy()) : rule.policies(), rule.settings().getOrDefault(FIELD, ""));
    }

    /** The policies whose terms a waiver of it would need; none for a rule that cannot be waived. */
    public List<PolicyVersion> waivable() {
        return result == RuleResult.Status.FAILED && !policies.contains(PolicyVersion.OF_THE_WORKFLOW) ? policies : List.of();
    }

    /** Whether the transition would be refused because of it as things are. */
    public boolean refuses() {
        return enforcement == Enforcement.ENFORCE && !result.letsThrough();
    }

    /** Whether something is not there that it asks for; what can only be supplied during the transition is not missing before it. */
    public boolean isMissing() {
        return refuses() && !isAskedAtTransition();
    }

    /** Whether only the transition itself can tell, and people are told so. */
    public boolean isAskedAtTransition() {
        return result == RuleResult.Status.NOT_EVALUABLE && enforcement != Enforcement.EVALUATE && enforcement != Enforcement.OFF;
    }

    /** Whether it is required, and is so as it asks. */
    public boolean isMet() {
        return enforcement == Enforcement.ENFORCE && result == RuleResult.Status.PASSED;
    }

    /** Whether people are told of something that refuses nothing. */
    public boolean isAdvice() {
        return enforcement != Enforcement.EVALUATE && enforcement != Enforcement.OFF && !refuses() && !isWaived()
                && !isAskedAtTransition() && !findings.isEmpty();
    }

    /** Whether somebody with the right to do so has accepted for a while that it is not met. */
    public boolean isWaived() {
        return result == RuleResult.Status.WAIVED;
    }

    /** How what {@code finding} says can be put right. */
    public RemedyKind remedyKindOf(Finding finding) {
        return RemedyKind.of(this, finding);
    }
}
