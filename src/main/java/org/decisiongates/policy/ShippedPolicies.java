package org.decisiongates.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.OwnField;

/**
 * The policies that the app brings for its two issue types, as their first version. The shipped workflows name their gates, each by the
 * phase whose entry it guards. From then on they belong to the administrators: a newer version of the app changes nothing about them.
 */
public final class ShippedPolicies {

    private static final PolicyRule OWNER = PolicyRule.of("has-owner");
    private static final PolicyRule DUE = PolicyRule.of("has-due-date");
    private static final PolicyRule CRITERIA = PolicyRule.of("has-acceptance-criteria");
    private static final PolicyRule FALLBACK = PolicyRule.of("has-fallback");
    private static final PolicyRule STATEMENT = PolicyRule.of("has-statement");
    private static final PolicyRule ESCALATION = PolicyRule.of("has-escalation-path");
    private static final PolicyRule COMMUNICATION = PolicyRule.of("has-communication-plan");
    private static final PolicyRule EVIDENCE = PolicyRule.of("criteria-have-evidence").with(Map.of("follow-up", "required"));
    /** Until the launch, what is verified has to be supported, and nothing has to be verified. */
    private static final PolicyRule EVIDENCE_IF_VERIFIED = EVIDENCE
            .with(Map.of("follow-up", "required", "nothing-verified", "accept"));
    private static final PolicyRule OUTCOME = PolicyRule.of("has-outcome")
            .with(Map.of("reason", OwnField.OUTCOME_REASON.key(), "rejected", OwnField.REJECTED_OPTIONS.key()));
    private static final PolicyRule REASON = PolicyRule.of("has-reason");
    private static final PolicyRule NOTE = PolicyRule.of("has-resolution-note")
            .with(Map.of("field", OwnField.OUTCOME.key(), "comment", "refuse"));
    private static final PolicyRule REOPENING = PolicyRule.of("has-reopening-reason")
            .with(Map.of("field", OwnField.REASON.key(), "comment", "refuse"));
    private static final PolicyRule RISK = PolicyRule.of("accepted-risk-has-approver")
            .with(Map.of("approver", OwnField.RISK_APPROVER.key(), "expiry", OwnField.RISK_EXPIRY.key()));
    private static final PolicyRule NOT_BLOCKED = PolicyRule.of("no-open-blocking-decision");

    /** No type of link says yet what leads to a request, and what to an outcome. */
    private static final PolicyRule REQUEST = PolicyRule.of("has-request-link").with(Map.of("same-as-outcome", "refuse"));

    private ShippedPolicies() {
    }

    /** All of them, in force in all projects. What is advice, and why, is in ADR-0070. */
    public static List<Policy> all() {
        return List.of(
                policy("decision", "Decision",
                        // creating one must stay cheap: no shipped workflow asks this gate, what is in draft is advised by it
                        gate(DecisionPhase.DRAFT, DecisionPhase.DRAFT.label(), advised(STATEMENT)),
                        gate(DecisionPhase.IN_REVIEW, DecisionPhase.IN_REVIEW.label(), OWNER, advised(STATEMENT), DUE, CRITERIA,
                                advised(ESCALATION), REOPENING),
                        gate(DecisionPhase.DECIDED, DecisionPhase.DECIDED.label(), OWNER, DUE, CRITERIA, EVIDENCE_IF_VERIFIED,
                                PolicyRule.of("has-trade-off"), OUTCOME),
                        gate(DecisionPhase.IN_DELIVERY, DecisionPhase.IN_DELIVERY.label(), OWNER, PolicyRule.of("has-outcome-link"),
                                PolicyRule.of("states-documented"), FALLBACK, NOT_BLOCKED, REQUEST),
                        gate(DecisionPhase.LIVE, DecisionPhase.LIVE.label(), OWNER, EVIDENCE),
                        gate(DecisionPhase.REJECTED, DecisionPhase.REJECTED.label(), REASON),
                        gate(DecisionPhase.SUPERSEDED, DecisionPhase.SUPERSEDED.label(), PolicyRule.of("has-successor"),
                                REASON)),
                policy("blocker", "Blocker",
                        gate(BlockerPhase.OPEN, BlockerPhase.OPEN.label(), OWNER, DUE, FALLBACK, advised(ESCALATION),
                                advised(COMMUNICATION), REOPENING),
                        gate(BlockerPhase.RESOLVING, BlockerPhase.RESOLVING.label(), OWNER, DUE, FALLBACK, advised(ESCALATION),
                                COMMUNICATION),
                        gate(BlockerPhase.ESCALATED, BlockerPhase.ESCALATED.label(), REASON),
                        gate(BlockerPhase.RESOLVED, BlockerPhase.RESOLVED.label(), NOTE, NOT_BLOCKED),
                        gate(BlockerPhase.ACCEPTED, BlockerPhase.ACCEPTED.label(), RISK, REASON)));
    }

    private static PolicyRule advised(PolicyRule rule) {
        return rule.enforced(Enforcement.ADVISE);
    }

    private static Policy policy(String key, String name, PolicyGate... gates) {
        return new Policy(new PolicyVersion(key, 1), name, key, false, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(), Arrays.asList(gates),
                List.of());
    }

    private static PolicyGate gate(Enum<?> phase, String name, PolicyRule... rules) {
        return new PolicyGate(phase.name().toLowerCase(Locale.ROOT).replace('_', '-'), name, Optional.of(phase.name()),
                Enforcement.ENFORCE, List.of(rules));
    }
}
