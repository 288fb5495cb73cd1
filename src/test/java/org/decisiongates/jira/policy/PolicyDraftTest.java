package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;

public class PolicyDraftTest {

    private static final Policy NEW = new Policy(new PolicyVersion(Scope.GLOBAL, "decision", 1), "Decisions", "decision", false,
            new WaiverTerms(List.of(), List.of(), 14), ApprovalTerms.NONE, Map.of(), List.of(), List.of());

    /** What somebody gave under a key would else count for whatever has it later. */
    @Test
    public void givesNoApprovalTheKeyOfOneThatWasStored() {
        Set<String> stored = new HashSet<>();
        Policy policy = NEW;
        for (int basedOn = 0; basedOn < 12; basedOn++) {
            policy = PolicyDraft.withApproval(PolicyDraft.withApproval(policy, basedOn, "One"), basedOn, "Two");
            for (ApprovalRequirement one : policy.approvals().requirements()) {
                assertEquals(one.key(), true, stored.add(one.key()));
            }
            policy = PolicyDraft.withoutApproval(PolicyDraft.withoutApproval(policy, 0), 0);
        }
        assertEquals(24, stored.size());
    }

    /** Whoever approves is left to be said; everything else of it works. */
    @Test
    public void beginsWithAnExampleThatTheGatesIntoDecidedWaitFor() {
        PolicyGate review = new PolicyGate("review", "Review", Optional.of("IN_REVIEW"), Enforcement.ENFORCE, List.of());
        PolicyGate decided = new PolicyGate("decided", "Decide", Optional.of("DECIDED"), Enforcement.ADVISE,
                List.of(PolicyRule.of("has-owner")));
        Policy example = PolicyDraft.withExampleApproval(NEW.withGates(List.of(review, decided)), 4, "Second opinion");
        ApprovalRequirement asked = example.approvals().requirements().get(0);
        assertEquals("approval-5-1 Second opinion", asked.key() + " " + asked.name());
        assertEquals(ApprovalQuorum.people(2), asked.quorum());
        assertEquals(Set.of(SealedSection.QUESTION, SealedSection.CHOSEN_OPTION, SealedSection.CRITERIA), asked.sections());
        assertTrue(example.approvals().separationOfDuties());
        assertEquals(List.of(List.of(), List.of("has-owner", "approvals-current")),
                example.gates().stream().map(gate -> gate.rules().stream().map(PolicyRule::rule).toList()).toList());
        assertEquals("the rule is there once", example.gates(), PolicyDraft.withExampleApproval(example, 4, "Another").gates());
    }

    @Test
    public void addsAnApprovalBesideOthersOfTheDraft() {
        Policy three = PolicyDraft.withApproval(PolicyDraft.withApproval(PolicyDraft.withApproval(NEW, 4, "A"), 4, "B"), 4, "C");
        Policy other = PolicyDraft.withApproval(PolicyDraft.withoutApproval(three, 1), 4, "D");
        assertEquals(List.of("approval-5-1 A", "approval-5-3 C", "approval-5-2 D"),
                other.approvals().requirements().stream().map(one -> one.key() + " " + one.name()).toList());
    }
}
