package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.scheduler.status.RunOutcome;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

import org.decisiongates.approval.ApprovalReminders;
import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalRequests.Request;

public class ApprovalRequestSweepTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private final ApprovalRequests requests = mock(ApprovalRequests.class);
    private final ApprovalRequestSubscriber subscriber = mock(ApprovalRequestSubscriber.class);
    private final ApprovalReminders reminders = mock(ApprovalReminders.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final ApprovalRequestSweep sweep = new ApprovalRequestSweep(requests, subscriber, issues, reminders,
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    public void forgetsRemindersThatNoPolicyCountsFrom() {
        sweep.runJob(null);
        verify(reminders).forget(NOON.minus(Duration.ofDays(400)));
    }

    @Before
    public void fourHundredAndOneRequests() {
        when(subscriber.isAnythingAsked()).thenReturn(true);
        when(requests.all(anyLong(), anyInt())).thenAnswer(call -> LongStream.rangeClosed(call.<Long>getArgument(0) + 1, 401)
                .limit(call.<Integer>getArgument(1)).mapToObj(id -> new Request(id, 10_000 + id, 7)).toList());
        when(issues.getIssueObject(anyLong())).thenAnswer(call -> mock(MutableIssue.class));
    }

    @Test
    public void looksAtEachIssueOnce() {
        run();

        assertEquals(List.of(200, 200, 1), found());
        verify(issues, times(401)).getIssueObject(anyLong());
        verify(requests, never()).remove(anyLong());
    }

    @Test
    public void forgetsAnIssueThatIsGone() {
        when(issues.getIssueObject(10_200L)).thenReturn(null);

        run();

        verify(requests).remove(10_200);
        assertEquals(List.of(199, 200, 1), found());
    }

    @Test
    public void asksNothingWhereNoPolicyAsksForApprovals() {
        when(subscriber.isAnythingAsked()).thenReturn(false);

        run();

        verify(requests, never()).all(anyLong(), anyInt());
    }

    @Test
    public void leavesTheRestToTheNextRunWhenTheAppStops() {
        sweep.begin();
        doThrow(new IllegalStateException("stopped late")).when(subscriber).found(any());
        assertEquals(RunOutcome.FAILED, sweep.runJob(null).getRunOutcome());

        sweep.stop();
        run();
        verify(subscriber, times(1)).found(any());

        sweep.begin();
        assertEquals(RunOutcome.FAILED, sweep.runJob(null).getRunOutcome());
    }

    private void run() {
        assertEquals(RunOutcome.SUCCESS, sweep.runJob(null).getRunOutcome());
    }

    private List<Integer> found() {
        ArgumentCaptor<List<Issue>> found = ArgumentCaptor.captor();
        verify(subscriber, times(3)).found(found.capture());
        return found.getAllValues().stream().map(List::size).toList();
    }
}
