package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertEquals;

import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.text.content.DescriptionTemplate;

public class HasResolutionNoteTest {

    private static final Field NOTE = new Field("customfield_10300");

    @Test
    public void leavesOpenWhatACommentOfATransitionMaySay() {
        Rule rule = new HasResolutionNote(Optional.of(NOTE), 20, DescriptionTemplate.NONE);
        assertEquals(RuleResult.Status.NOT_EVALUABLE, rule.evaluate(IssueSnapshot.EMPTY, RuleExample.inNoTransition()).status());
        assertEquals(RuleResult.passed(), rule.evaluate(IssueSnapshot.EMPTY.with(NOTE, "The supplier sent the missing terminals"),
                RuleExample.inNoTransition()));
    }

    @Test
    public void countsNoLineOfTheTemplate() {
        Rule rule = new HasResolutionNote(Optional.of(NOTE), 20, DescriptionTemplate.of("What was done and by whom exactly"));
        assertSays(rule, IssueSnapshot.EMPTY.with(NOTE, "What was done and by whom exactly"),
                Finding.on(NOTE, "decision-gates.rule.has-resolution-note.placeholder"));
        assertSays(rule, IssueSnapshot.EMPTY.with(NOTE, "What was done and by whom exactly\nThe supplier sent the terminals"));
    }

    @Test
    public void asksForACommentWhereThereIsNoField() {
        assertSays(new HasResolutionNote(Optional.empty(), 20, DescriptionTemplate.NONE), IssueSnapshot.EMPTY,
                Finding.general("decision-gates.rule.has-resolution-note.missing"));
    }
}
