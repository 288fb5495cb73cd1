package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

public class HasCommentTest {

    private static final Field OUTCOME = new Field("customfield_10300");

    @Test
    public void judgesWhatIsWrittenAsAText() {
        for (String nothing : List.of("aaaaaaaaaaaaaaaa", "TBD", "{color:red}{color}", "h2. Reason", "!picture.png!")) {
            assertEquals(nothing, RuleResult.Status.FAILED, commented(nothing).status());
        }
        assertEquals(RuleResult.failed(Finding.general("decision-gates.rule.has-comment.missing")), commented(" \n"));
        assertEquals(RuleResult.failed(Finding.general("decision-gates.rule.has-comment.too-short", "10", "6")), commented("So be it"));
        assertEquals(RuleResult.passed(), commented("Agreed with Ann"));
    }

    @Test
    public void takesTheLongerOfCommentAndField() {
        Rule rule = new HasComment(Optional.of(OUTCOME), 10);
        RuleExample both = RuleExample.passes("", IssueSnapshot.EMPTY.with(OUTCOME, "We keep it")).changing(OUTCOME);
        assertEquals(RuleResult.failed(Finding.on(OUTCOME, "decision-gates.rule.has-comment.too-short", "10", "8")),
                rule.evaluate(both.issue(), both.commenting("Done.").context()));
        assertEquals(RuleResult.passed(), rule.evaluate(both.issue(), both.commenting("Agreed with support").context()));
    }

    private static RuleResult commented(String comment) {
        return new HasComment(Optional.empty(), 10).evaluate(IssueSnapshot.EMPTY,
                RuleExample.passes("", IssueSnapshot.EMPTY).commenting(comment).context());
    }
}
