package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

public class HasReasonTest {

    private static final String KEY = "decision-gates.rule.has-reason.";
    private static final Field REASON = new Field("reason");

    private final HasReason rule = new HasReason(REASON, 10);

    @Test
    public void judgesWhatIsWrittenAsAText() {
        for (String nothing : List.of("aaaaaaaaaaaaaaaa", "TBD", "{color:red}{color}", "h2. Reason", "!picture.png!")) {
            assertEquals(nothing, RuleResult.Status.FAILED, written(nothing).status());
        }
        assertEquals(RuleResult.failed(Finding.on(REASON, KEY + "too-short", "10", "6")), written("So be it"));
        assertEquals(RuleResult.passed(), written("The vendor has left"));
    }

    @Test
    public void takesNeitherACommentNorTheReasonOfAnotherTransition() {
        RuleExample commented = RuleExample.passes("", IssueSnapshot.EMPTY).commenting("The vendor has left");
        assertEquals(RuleResult.failed(Finding.on(REASON, KEY + "missing")), rule.evaluate(commented.issue(), commented.context()));
        RuleExample before = RuleExample.passes("", IssueSnapshot.EMPTY.with(REASON, "The vendor has left"));
        assertEquals(RuleResult.failed(Finding.on(REASON, KEY + "unchanged")), rule.evaluate(before.issue(), before.context()));
    }

    private RuleResult written(String text) {
        RuleExample example = RuleExample.passes("", IssueSnapshot.EMPTY.with(REASON, text)).changing(REASON);
        return rule.evaluate(example.issue(), example.context());
    }
}
