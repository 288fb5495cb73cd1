package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Successor;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.RuleResult.Status;

public class HasSuccessorTest {

    private static final Field FIELD = new Field("superseded-by");

    @Test
    public void takesASuccessorInAnyPhaseButTheTwoInWhichADecisionDecidesNothing() {
        for (DecisionPhase phase : DecisionPhase.values()) {
            Status expected = List.of(DecisionPhase.REJECTED, DecisionPhase.SUPERSEDED).contains(phase) ? Status.FAILED : Status.PASSED;
            assertEquals(phase.name(), expected, evaluate("SHOP-12", new Successor("SHOP-12", "decision", IssueSnapshot.statusOf(phase),
                    false, false, true)).status());
        }
    }

    @Test
    public void namesWhatWasTypedWhereNothingIsFoundAndNothingElse() {
        RuleResult result = evaluate("<b>SHOP-9</b>", new Successor("SHOP-12", "decision", IssueSnapshot.statusOf(DecisionPhase.DECIDED),
                false, false, true));

        assertEquals("decision-gates.rule.has-successor.unknown", result.findings().get(0).message().key());
        assertEquals(List.of("<b>SHOP-9</b>"), result.findings().get(0).message().arguments());
    }

    private static RuleResult evaluate(String typed, Successor there) {
        RuleExample example = RuleExample.passes("", IssueSnapshot.EMPTY.with(FIELD, typed)).succeededBy(there);
        return new HasSuccessor(FIELD).evaluate(example.issue(), example.context());
    }
}
