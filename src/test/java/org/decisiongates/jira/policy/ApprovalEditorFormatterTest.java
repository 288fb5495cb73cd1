package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.gate.ConditionFormatter;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;

public class ApprovalEditorFormatterTest {

    private final ApprovalEditorFormatter formatter = new ApprovalEditorFormatter(mock(ApprovalRequirementForm.class),
            mock(ConditionFormatter.class), mock(RuleConditionChoices.class), Texts.english());

    @Test
    public void promisesOfTheExampleOnlyWhatTheGatesOfThePolicyDo() {
        PolicyGate review = gate("IN_REVIEW", Enforcement.ENFORCE);
        assertTrue(hint("decision", review), hint("decision", review).contains("nothing waits for it"));
        PolicyGate advising = gate("DECIDED", Enforcement.ADVISE);
        assertTrue(hint("decision", review, advising), hint("decision", review, advising).contains("none of them refuses"));
        PolicyGate refusing = gate("DECIDED", Enforcement.ENFORCE);
        assertTrue(hint("decision", advising, refusing), hint("decision", advising, refusing).contains("Decided wait for it"));
    }

    @Test
    public void offersTheExampleForDecisionsWithoutAnApproval() {
        assertEquals("", hint("blocker"));
        assertEquals("", hint(PolicyDraft.withApproval(policy("decision"), 0, "Legal")));
    }

    private String hint(String issueType, PolicyGate... gates) {
        return hint(policy(issueType, gates));
    }

    private String hint(Policy policy) {
        return formatter.view(EditedPolicy.of(policy, 1)).exampleHint();
    }

    private static Policy policy(String issueType, PolicyGate... gates) {
        return new Policy(new PolicyVersion(Scope.GLOBAL, "own", 1), "Own", issueType, false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(), List.of(gates), List.of());
    }

    private static PolicyGate gate(String phase, Enforcement enforcement) {
        return new PolicyGate(phase + enforcement, "A gate", Optional.of(phase), enforcement, List.of());
    }
}
