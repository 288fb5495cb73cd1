package org.decisiongates.jira.sample;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.Changes;
import org.decisiongates.waiver.Waivers;

public class SampleUsageFinderTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final CommentManager comments = mock(CommentManager.class);
    private final IssueLinkManager links = mock(IssueLinkManager.class);
    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final ReviewThreads threads = mock(ReviewThreads.class);
    private final Waivers waivers = mock(Waivers.class);
    private final ApprovalSteps approvals = mock(ApprovalSteps.class);
    private final ApplicationUser admin = mock(ApplicationUser.class);
    private final Issue decision = issue(1L, "SHOP-1");
    private final Issue blocker = issue(2L, "SHOP-2");
    private final SampleUsageFinder use = new SampleUsageFinder(comments, links, histories, mock(Changes.class), threads, waivers,
            approvals);

    @Before
    public void theBlockerBlocksTheDecision() {
        IssueLink link = link(2L, 1L);
        when(links.getOutwardLinks(2L)).thenReturn(List.of(link));
        when(links.getInwardLinks(1L)).thenReturn(List.of(link));
    }

    @Test
    public void isNoneWhileOnlyWhoAskedForItHasTriedIt() {
        changedBy("ann");
        assertEquals(List.of(), used());
    }

    @Test
    public void isAComment() {
        Comment comment = mock(Comment.class);
        when(comments.getCommentsForUser(blocker, admin)).thenReturn(List.of(comment));
        assertEquals(List.of("decision-gates.jira.sample.used.comment SHOP-2"), used());
    }

    @Test
    public void isAThreadOrAWaiverOrAnApproval() {
        assertFalse(use.hasSteps(blocker));
        when(threads.ofIssue(2L)).thenReturn(Collections.singletonList(null));
        assertSteps();
        when(threads.ofIssue(2L)).thenReturn(List.of());
        when(waivers.ofIssue(2L)).thenReturn(Collections.singletonList(null));
        assertSteps();
        when(waivers.ofIssue(2L)).thenReturn(List.of());
        when(approvals.ofIssue(2L)).thenReturn(Collections.singletonList(null));
        assertSteps();
    }

    private void assertSteps() {
        assertTrue(use.hasSteps(blocker));
        assertEquals(List.of("decision-gates.jira.sample.used.steps SHOP-2"), used());
    }

    @Test
    public void isALinkToAnotherIssue() {
        IssueLink link = link(1L, 77L);
        when(links.getOutwardLinks(1L)).thenReturn(List.of(link));
        assertEquals(List.of("decision-gates.jira.sample.used.link SHOP-1"), used());
    }

    @Test
    public void isAChangeBySomebodyElse() {
        changedBy("tom");
        assertEquals(List.of("decision-gates.jira.sample.used.change SHOP-1"), used());
    }

    @Test
    public void isWhatHappenedUnseen() {
        when(decision.getUpdated()).thenReturn(Timestamp.from(NOON.plusSeconds(60)));
        assertEquals(List.of("decision-gates.jira.sample.used.touch SHOP-1"), used());
    }

    private List<String> used() {
        List<Message> said = use.of(List.of(decision, blocker), "ann", admin);
        return said.stream().map(message -> message.key() + " " + message.arguments().get(0)).toList();
    }

    private void changedBy(String author) {
        ChangeHistory change = mock(ChangeHistory.class);
        when(change.getAuthorKey()).thenReturn(author);
        when(change.getTimePerformed()).thenReturn(Timestamp.from(NOON.plusSeconds(60)));
        when(histories.getChangeHistories(decision)).thenReturn(List.of(change));
        when(decision.getUpdated()).thenReturn(Timestamp.from(NOON.plusSeconds(61)));
    }

    private static Issue issue(long id, String key) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn(key);
        when(issue.getSummary()).thenReturn("Sample");
        when(issue.getCreated()).thenReturn(Timestamp.from(NOON));
        when(issue.getUpdated()).thenReturn(Timestamp.from(NOON));
        return issue;
    }

    private static IssueLink link(long from, long to) {
        IssueLink link = mock(IssueLink.class);
        when(link.getSourceId()).thenReturn(from);
        when(link.getDestinationId()).thenReturn(to);
        return link;
    }
}
