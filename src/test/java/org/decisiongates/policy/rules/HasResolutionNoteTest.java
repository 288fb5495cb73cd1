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
        Rule rule = new HasResolutionNote(Optional.of(NOTE), 20, DescriptionTemplate.NONE, true);
        assertEquals(RuleResult.Status.NOT_EVALUABLE, rule.evaluate(IssueSnapshot.EMPTY, RuleExample.inNoTransition()).status());
        assertEquals(RuleResult.passed(), rule.evaluate(IssueSnapshot.EMPTY.with(NOTE, "The supplier sent the missing terminals"),
                RuleExample.inNoTransition()));
    }

    @Test
    public void takesNoCommentWhereTheFieldAloneCounts() {
        Rule rule = new HasResolutionNote(Optional.of(NOTE), 20, DescriptionTemplate.NONE, false);
        RuleExample commented = RuleExample.passes("", IssueSnapshot.EMPTY.with(NOTE, "It works now"))
                .commenting("The supplier sent the missing terminals");

        assertEquals(RuleResult.failed(Finding.on(NOTE, "decision-gates.rule.has-resolution-note.too-short", "20", "10")),
                rule.evaluate(commented.issue(), commented.context()));
        assertEquals(RuleResult.Status.NOT_EVALUABLE, rule.evaluate(commented.issue(), RuleExample.inNoTransition()).status());
    }

    @Test
    public void countsNoLineOfTheTemplate() {
        Rule rule = new HasResolutionNote(Optional.of(NOTE), 20, DescriptionTemplate.of("What was done and by whom exactly"), true);
        assertSays(rule, IssueSnapshot.EMPTY.with(NOTE, "What was done and by whom exactly"),
                Finding.on(NOTE, "decision-gates.rule.has-resolution-note.placeholder"));
        assertSays(rule, IssueSnapshot.EMPTY.with(NOTE, "What was done and by whom exactly\nThe supplier sent the terminals"));
    }

    @Test
    public void asksForACommentWhereThereIsNoField() {
        assertSays(new HasResolutionNote(Optional.empty(), 20, DescriptionTemplate.NONE, true), IssueSnapshot.EMPTY,
                Finding.general("decision-gates.rule.has-resolution-note.missing"));
    }
}
