package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Policy;
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

    @Test
    public void addsAnApprovalBesideOthersOfTheDraft() {
        Policy three = PolicyDraft.withApproval(PolicyDraft.withApproval(PolicyDraft.withApproval(NEW, 4, "A"), 4, "B"), 4, "C");
        Policy other = PolicyDraft.withApproval(PolicyDraft.withoutApproval(three, 1), 4, "D");
        assertEquals(List.of("approval-5-1 A", "approval-5-3 C", "approval-5-2 D"),
                other.approvals().requirements().stream().map(one -> one.key() + " " + one.name()).toList());
    }
}
