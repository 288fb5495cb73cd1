package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import org.decisiongates.policy.rules.Rules;

public class ShippedPoliciesTest {

    @Test
    public void canComeIntoForce() throws InvalidPolicyException {
        for (Policy policy : ShippedPolicies.all()) {
            PolicyJson.check(policy, Rules::of);
            assertEquals(policy, PolicyJson.read(PolicyJson.write(policy), Scope.GLOBAL, 1, Rules::of));
        }
    }

    @Test
    public void haveOneGateForEachPhaseThatTheyGuard() {
        for (Policy policy : ShippedPolicies.all()) {
            List<String> phases = policy.gates().stream().map(gate -> gate.phase().orElseThrow()).toList();
            assertEquals(policy.key(), phases.size(), phases.stream().distinct().count());
        }
    }

    /** A setting that is replaced, and not added to, would be lost without a word. */
    @Test
    public void askForFollowUpsWhereverTheyAskForEvidence() {
        List<PolicyRule> evidence = ShippedPolicies.all().stream().flatMap(policy -> policy.gates().stream())
                .flatMap(gate -> gate.rules().stream()).filter(rule -> rule.rule().equals("criteria-have-evidence")).toList();
        assertEquals(2, evidence.size());
        evidence.forEach(rule -> assertEquals(rule.toString(), "required", rule.settings().get("follow-up")));
    }
}
