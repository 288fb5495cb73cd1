package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleResult;

public class NoOpenOwnerActionTest {

    private static final EvaluationContext NOW = EvaluationContext.of(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @Test
    public void namesEachThreadThatNeedsTheOwner() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.discussed(thread(1, ThreadSection.QUESTION, ThreadState.NEEDS_OWNER_ACTION))
                .discussed(thread(2, ThreadSection.WHOLE, ThreadState.OPEN))
                .discussed(thread(3, ThreadSection.TRADE_OFF, ThreadState.NEEDS_OWNER_ACTION));
        assertEquals("1 (question), 3 (trade-off)", named(issue));
    }

    @Test
    public void namesTenAtMost() {
        IssueSnapshot issue = IssueSnapshot.EMPTY;
        for (int number = 1; number <= 11; number++) {
            issue = issue.discussed(thread(number, ThreadSection.WHOLE, ThreadState.NEEDS_OWNER_ACTION));
        }
        assertEquals(
                "1 (whole), 2 (whole), 3 (whole), 4 (whole), 5 (whole), 6 (whole), 7 (whole), 8 (whole), 9 (whole), 10 (whole), \u2026",
                named(issue));
    }

    private static IssueThread thread(int number, ThreadSection section, ThreadState state) {
        return new IssueThread(number, section, state);
    }

    private static Object named(IssueSnapshot issue) {
        RuleResult result = new NoOpenOwnerAction().evaluate(issue, NOW);
        assertEquals(RuleResult.Status.FAILED, result.status());
        List<Finding> findings = result.findings();
        assertEquals(1, findings.size());
        return findings.get(0).message().arguments().get(0);
    }
}
