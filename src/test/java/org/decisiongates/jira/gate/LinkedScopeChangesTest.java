package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Test;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.LinkedScopeChange.Standing;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.platform.link.ScopeChangeLinks;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;

public class LinkedScopeChangesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Person OTTO = new Person("otto", "Otto", true, true);

    private final ImpactLines impacts = mock(ImpactLines.class);
    private boolean isDecided = true;

    public LinkedScopeChangesTest() {
        when(impacts.ofIssues(any())).thenReturn(Map.of(7L, List.of()));
    }

    @Test
    public void asksAnOpenOneForOwnerImpactDecisionAndApprovals() {
        assertEquals(Optional.of(Standing.NO_OWNER), lack(at(DecisionPhase.DECIDED)));
        assertEquals(Optional.of(Standing.NOT_APPROVED), lack(at(DecisionPhase.DECIDED).with(Field.OWNER, OTTO).approving(
                approval(ApprovalState.OPEN))));
        assertEquals(Optional.empty(), lack(at(DecisionPhase.DECIDED).with(Field.OWNER, OTTO).approving(approval(ApprovalState.MET))));
        isDecided = false;
        assertEquals(Optional.of(Standing.NOT_DECIDED), lack(at(DecisionPhase.DRAFT).with(Field.OWNER, OTTO)));
    }

    /** Nobody can approve it any more, nor is an owner found who was erased. */
    @Test
    public void asksAClosedOneForItsOwnerAndForNewApprovalsNoMore() {
        for (ApprovalState state : Set.of(ApprovalState.OPEN, ApprovalState.TOO_FEW_APPROVERS, ApprovalState.MET)) {
            assertEquals(state.name(), Optional.empty(), lack(at(DecisionPhase.CLOSED).approving(approval(state))));
        }
        assertEquals("nobody ever asked for them", Optional.of(Standing.ENDED),
                lack(at(DecisionPhase.CLOSED).approving(approval(ApprovalState.NOT_REQUESTED))));
        when(impacts.ofIssues(any())).thenReturn(Map.of());
        assertEquals(Optional.of(Standing.NO_IMPACT), lack(at(DecisionPhase.CLOSED)));
    }

    /** To have it decided is no way out. */
    @Test
    public void countsARejectedOrSupersededOneAsEnded() {
        isDecided = false;
        for (DecisionPhase phase : Set.of(DecisionPhase.REJECTED, DecisionPhase.SUPERSEDED)) {
            assertEquals(Optional.of(Standing.ENDED), lack(at(phase)));
        }
    }

    private Optional<Standing> lack(IssueSnapshot change) {
        Issue about = issue(1);
        Issue linked = issue(7);
        ScopeChangeLinks links = mock(ScopeChangeLinks.class);
        when(links.changesOf(1L)).thenReturn(List.of(linked));
        IssueStatuses statuses = mock(IssueStatuses.class);
        when(statuses.typeOf(linked)).thenReturn("decision");
        when(statuses.decidedAt(linked)).thenReturn(isDecided ? Optional.of(NOON) : Optional.empty());
        return new LinkedScopeChanges(links, impacts, statuses, mock(HiddenIssueFilter.class), mock(UserManager.class),
                mock(IssueManager.class)).of(List.of(about), "", issues -> List.of(change)).get(1L).get(0).lack();
    }

    private static IssueSnapshot at(DecisionPhase phase) {
        return IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(phase));
    }

    private static IssueApproval approval(ApprovalState state) {
        return new IssueApproval("Legal", state, 0, 1, List.of());
    }

    private static Issue issue(long id) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn("SHOP-" + id);
        return issue;
    }
}
