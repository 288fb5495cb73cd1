package org.decisiongates.jira.timeline;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import org.junit.Test;

import org.decisiongates.jira.platform.time.ProjectTime;

public class ReconcileJobTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    private final Reconciler reconciler = mock(Reconciler.class);
    private final TrackedIssueSearch search = mock(TrackedIssueSearch.class);
    private final ReconcileCursors cursors = mock(ReconcileCursors.class);
    private final ProjectTime time = mock(ProjectTime.class);

    @Test
    public void goesOnWhereTheLastRunWas() {
        assertLooksFrom(NOW.minus(Duration.ofMinutes(20)), Optional.of(NOW.minus(Duration.ofMinutes(5))));
    }

    @Test
    public void looksBackFromNowWhenThereWasNoRunOrTheClockWasPutBack() {
        assertLooksFrom(NOW.minus(Reconciler.OVERLAP), Optional.empty());
        assertLooksFrom(NOW.minus(Reconciler.OVERLAP), Optional.of(NOW.plus(Duration.ofDays(1))));
    }

    private void assertLooksFrom(Instant since, Optional<Instant> cursor) {
        clearInvocations(search, cursors);
        when(time.now()).thenReturn(NOW.atZone(ZoneOffset.UTC));
        when(cursors.cursor()).thenReturn(cursor);
        when(search.since(any(), any())).thenReturn(Reconciler.Outcome.NOTHING);
        ClusterLockService locks = mock(ClusterLockService.class);
        ClusterLock lock = mock(ClusterLock.class);
        when(lock.tryLock()).thenReturn(true);
        when(locks.getLockForName(anyString())).thenReturn(lock);
        new ReconcileJob(reconciler, mock(IssueHistories.class), search, mock(ImportedIssues.class), cursors, locks, time,
                List.of(mock(IssueChangeSubscriber.class))).run();
        verify(search).since(eq(since), any());
        verify(cursors).cursor(NOW);
    }
}
