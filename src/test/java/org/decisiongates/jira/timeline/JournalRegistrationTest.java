package org.decisiongates.jira.timeline;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.scheduler.SchedulerService;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.health.JobRuns;
import org.decisiongates.jira.platform.time.RecurringJobs;

public class JournalRegistrationTest {

    private final EventPublisher events = mock(EventPublisher.class);
    private final ChangeListener listener = mock(ChangeListener.class);
    private final SchedulerService scheduler = mock(SchedulerService.class);
    private final StartupReconciliation firstLook = mock(StartupReconciliation.class);

    @Test
    public void startsOnAJiraThatDoesNotTellOfLinks() throws Exception {
        doThrow(new NoClassDefFoundError("com/atlassian/jira/event/issue/link/IssueLinkCreatedEvent")).when(events)
                .register(isA(LinkListener.class));
        new JournalRegistration(events, listener, mock(IssueHistories.class),
                new RecurringJobs(scheduler, mock(JobRuns.class), mock(ClusterManager.class), TestTime.CLOCK), mock(ReconcileJob.class),
                firstLook)
                .onStart();
        verify(events).register(listener);
        verify(scheduler).scheduleJob(any(), any());
        verify(firstLook).begin();
    }
}
