package org.decisiongates.jira.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import org.junit.Test;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.Page;

public class ReconcilerTest {

    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private final Changes changes = mock(Changes.class);
    private final IssueHistories histories = mock(IssueHistories.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final ProjectTime time = mock(ProjectTime.class);

    @Test
    public void namesTheFirstIssuesThatKeepAJournalFromBeingComplete() throws Exception {
        Project shop = mock(Project.class);
        when(shop.getId()).thenReturn(10000L);
        when(shop.getKey()).thenReturn("SHOP");
        when(time.now()).thenReturn(NOW.atZone(ZoneOffset.UTC));
        when(issues.getIssueIdsForProject(10000L)).thenReturn(List.of(5L, 1L, 2L, 3L, 4L));
        when(changes.ofProjects(any(), any(), anyInt())).thenReturn(new Page<>(List.of(), Optional.empty()));
        for (long id = 1; id <= 5; id++) {
            MutableIssue issue = issue(id);
            when(issues.getIssueObject(id)).thenReturn(issue);
        }
        UnreadableIssuesException unreadable = assertThrows(UnreadableIssuesException.class,
                () -> new Reconciler(changes, histories, issues, time).sweep(shop));
        assertEquals(4, unreadable.number());
        assertEquals(List.of("SHOP-1", "SHOP-3", "SHOP-4"), unreadable.keys());
    }

    @Test
    public void recordsACreationAsJiraStoresItBecauseASearchHasNoMilliseconds() {
        Change created = creation("2026-11-25T08:00:00.345Z");
        assertEquals(1, reconciled(List.of(), created));
        verify(changes).append(created);
    }

    @Test
    public void readsNothingAgainOfAnIssueWhoseCreationIsRecorded() {
        assertEquals(0, reconciled(List.of(creation("2026-11-25T08:00:00.345Z")), creation("2026-11-25T08:00:00.345Z")));
        verify(issues, never()).getIssueObject(1L);
    }

    /**
     * How many rows that added.
     *
     * @param recorded of issue 1, which a search has found
     * @param stored   its creation, as the issue says that is stored
     */
    private long reconciled(List<Change> recorded, Change stored) {
        Issue found = mock(Issue.class);
        when(found.getId()).thenReturn(1L);
        when(found.getUpdated()).thenReturn(Timestamp.from(NOW));
        MutableIssue again = mock(MutableIssue.class);
        when(again.getId()).thenReturn(1L);
        when(again.getUpdated()).thenReturn(Timestamp.from(NOW));
        when(issues.getIssueObject(1L)).thenReturn(again);
        when(histories.concerns(any())).thenReturn(true);
        when(histories.whole(found)).thenReturn(List.of(creation("2026-11-25T08:00:00Z")));
        when(histories.whole(again)).thenReturn(List.of(stored));
        when(changes.recorded(any())).thenReturn(recorded);
        when(changes.append(any())).thenReturn(true);
        when(time.now()).thenReturn(NOW.atZone(ZoneOffset.UTC));
        return new Reconciler(changes, histories, issues, time).reconcileAll(List.of(found)).added();
    }

    private static Change creation(String at) {
        return aChange().issue(1, "SHOP-1").kind(Kind.DECISION).group(Change.CREATION).from("").to("DRAFT").by("").at(Instant.parse(at))
                .change();
    }

    /** All but the second cannot be read. */
    private MutableIssue issue(long id) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn("SHOP-" + id);
        if (id == 2) {
            when(histories.concerns(issue)).thenReturn(false);
        } else {
            when(histories.concerns(issue)).thenThrow(new IllegalStateException("half a row"));
        }
        return issue;
    }
}
