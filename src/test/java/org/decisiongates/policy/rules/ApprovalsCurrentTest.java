package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.EvaluationContext;

public class ApprovalsCurrentTest {

    private static final EvaluationContext NOW = EvaluationContext.of(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @Test
    public void namesWhoIsMissingFromEachApproval() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.withAccount(new Person("lena", "Lena Lund", true, true))
                .approving(new IssueApproval("Legal", ApprovalState.OPEN, 1, 2, List.of("lena", "who-left")))
                .approving(new IssueApproval("Support", ApprovalState.MET, 1, 1, List.of()))
                .approving(new IssueApproval("Board", ApprovalState.NOT_ITS_TURN, 0, 1, List.of("lena")));
        assertEquals(List.of("missing [Legal, 1, 2, Lena Lund, who-left]", "turn [Board]"), findings(issue));
    }

    @Test
    public void namesFiveAtMost() {
        IssueSnapshot issue = IssueSnapshot.EMPTY
                .approving(new IssueApproval("Legal", ApprovalState.OPEN, 0, 1, List.of("a", "b", "c", "d", "e", "f")));
        assertEquals(List.of("missing [Legal, 0, 1, a, b, c, d, e, \u2026]"), findings(issue));
    }

    @Test
    public void saysOnceWhichApprovalsNobodyAskedFor() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.approving(new IssueApproval("Legal", ApprovalState.NOT_REQUESTED, 0, 0, List.of()))
                .approving(new IssueApproval("GTM", ApprovalState.NOT_APPLICABLE, 0, 0, List.of()))
                .approving(new IssueApproval("Support", ApprovalState.NOT_REQUESTED, 0, 0, List.of()));
        assertEquals(List.of("not-requested [Legal, Support]"), findings(issue));
    }

    @Test
    public void saysOnceThatNothingCountsWhereEntriesWereAltered() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.approving(new IssueApproval("Legal", ApprovalState.CHAIN_BROKEN, 0, 0, List.of()))
                .approving(new IssueApproval("Support", ApprovalState.CHAIN_BROKEN, 0, 0, List.of()));
        assertEquals(List.of("chain-broken [Legal, Support]"), findings(issue));
    }

    private static List<String> findings(IssueSnapshot issue) {
        return new ApprovalsCurrent().evaluate(issue, NOW).findings().stream()
                .map(finding -> finding.key().replace("decision-gates.rule.approvals-current.", "") + " " + finding.message().arguments())
                .toList();
    }
}
