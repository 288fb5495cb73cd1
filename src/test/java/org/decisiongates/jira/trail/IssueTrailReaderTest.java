package org.decisiongates.jira.trail;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import org.junit.Test;

import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.jira.platform.issuetype.PhaseMaps;
import org.decisiongates.jira.platform.link.ScopeChangeLinks;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;

public class IssueTrailReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    private final Changes changes = mock(Changes.class);
    private final ScopeChangeLinks links = mock(ScopeChangeLinks.class);
    private final HiddenIssueFilter hidden = mock(HiddenIssueFilter.class);
    private final Issue decision = issue(1);

    /** Another node may have made it a moment ago. */
    @Test
    public void takesAScopeChangeThatJiraDoesNotFindForOneThatTheReaderMayNotSee() {
        List<Issue> linked = List.of(issue(7), issue(8));
        when(links.changesOf(1L)).thenReturn(linked);
        when(changes.ofIssues(List.of(7L, 8L), IssueTrailReader.MAX_CHANGES)).thenReturn(List.of(raised(7), raised(8)));
        when(hidden.look(any(), any())).thenReturn(new HiddenIssueFilter.Look(Map.of(8L, "SHOP-80"), Set.of()));
        assertEquals(List.of(List.of("SHOP-80")), trail());
    }

    /** However much happened to what changes its scope, nothing of the Decision is left out for that. */
    @Test
    public void readsTheDecisionByItself() {
        List<Issue> linked = List.of(issue(7));
        when(links.changesOf(1L)).thenReturn(linked);
        when(changes.ofIssues(any(), anyInt())).thenReturn(List.of());
        when(hidden.look(any(), any())).thenReturn(new HiddenIssueFilter.Look(Map.of(), Set.of()));
        trail();
        verify(changes).ofIssues(List.of(1L), IssueTrailReader.MAX_CHANGES);
        verify(changes).ofIssues(List.of(7L), IssueTrailReader.MAX_CHANGES);
    }

    private List<List<String>> trail() {
        Policies policies = mock(Policies.class);
        PoliciesInForce none = mock(PoliciesInForce.class);
        when(none.of(anyLong())).thenReturn(List.of());
        when(policies.inForce()).thenReturn(none);
        TrailPersonNames people = mock(TrailPersonNames.class);
        when(people.name(anyString())).thenReturn("Lea");
        return new IssueTrailReader(changes, mock(ReviewThreads.class), mock(ApprovalSteps.class), policies, mock(PhaseMaps.class), links,
                mock(TextEditHistory.class), hidden, people, mock(JiraAuthenticationContext.class)).trail(decision).entries().stream()
                .map(entry -> entry.what().arguments().stream().map(String::valueOf).toList()).toList();
    }

    private static Change raised(long id) {
        return new Change(id, "SHOP-" + id, 10, Change.Kind.DECISION, Change.CREATION, Change.Item.CREATED, "", "", "phase=DRAFT", "lead",
                NOON);
    }

    private static Issue issue(long id) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getProjectId()).thenReturn(10L);
        return issue;
    }
}
