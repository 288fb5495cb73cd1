package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.text.content.DescriptionTemplate;

public class HasStatementTest {

    private static final String KEY = "decision-gates.rule.has-statement.";
    private static final Field QUESTION = new Field("question");
    private static final Field OPTIONS = new Field("description");

    private final HasStatement rule = new HasStatement(QUESTION, 15, Optional.of(OPTIONS), Optional.empty(), 2,
            DescriptionTemplate.of("Option A:\nOur first option"));

    @Test
    public void saysAtOnceWhatTheQuestionAndTheOptionsLack() {
        assertSays(rule, IssueSnapshot.EMPTY.with(QUESTION, "Refund how?"), Finding.on(QUESTION, KEY + "too-short", "15", "10"),
                Finding.on(OPTIONS, KEY + "too-few-options", "2", "0"));
    }

    @Test
    public void addsUpRecordedOptionsAndLinesEachOnce() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(QUESTION, "How do customers get their money back?")
                .recording(new DecisionOption("Refund by card", "", DecisionOption.State.OPEN));

        assertSays(rule, issue.with(OPTIONS, "1. refund by CARD\nTBD\nOur first option"),
                Finding.on(OPTIONS, KEY + "too-few-options", "2", "1"));
        assertSays(rule, issue.with(OPTIONS, "1. Refund by card\n2. Refund by voucher"));
    }

    @Test
    public void countsNoRecordedOptionThatSaysNothing() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(QUESTION, "How do customers get their money back?")
                .recording(new DecisionOption("TBD", "It is the only one", DecisionOption.State.OPEN));

        assertSays(rule, issue, Finding.on(OPTIONS, KEY + "too-few-options", "2", "0"));
    }
}
