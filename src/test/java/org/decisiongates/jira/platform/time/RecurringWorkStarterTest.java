package org.decisiongates.jira.platform.time;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;

import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import org.junit.Test;
import org.mockito.InOrder;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.health.JobRuns;

public class RecurringWorkStarterTest {

    private final SchedulerService scheduler = mock(SchedulerService.class);
    private final RecurringJobs jobs = new RecurringJobs(scheduler, mock(JobRuns.class), mock(ClusterManager.class), TestTime.CLOCK);
    private final RecurringWork sweep = work("sweep-debt");
    private final RecurringWork close = work("close-weeks");
    private final RecurringWorkStarter starter = new RecurringWorkStarter(jobs, List.of(sweep, close));

    @Test
    public void schedulesAllWorkUnderTheAppsNameOnceItHasBegun() throws Exception {
        starter.onStart();

        InOrder order = inOrder(close, sweep, scheduler);
        order.verify(close).begin();
        order.verify(scheduler).scheduleJob(eq(JobId.of("org.decisiongates.decision-gates.close-weeks")),
                any());
        order.verify(sweep).begin();
        order.verify(scheduler).scheduleJob(eq(JobId.of("org.decisiongates.decision-gates.sweep-debt")),
                any());
        assertEquals(List.of("close-weeks", "sweep-debt"), jobs.scheduled().stream().map(JobSchedule::job).toList());
    }

    @Test
    public void schedulesTheOthersWhereOneCannotBegin() throws Exception {
        doThrow(new IllegalStateException("no such table")).when(close).begin();

        starter.onStart();

        verify(scheduler).scheduleJob(eq(JobId.of("org.decisiongates.decision-gates.sweep-debt")), any());
        assertEquals(List.of("sweep-debt"), jobs.scheduled().stream().map(JobSchedule::job).toList());
    }

    @Test
    public void schedulesTheOthersWhereTheSchedulerBreaksOnOne() {
        doThrow(new IllegalStateException("shut down")).when(scheduler)
                .registerJobRunner(eq(JobRunnerKey.of("org.decisiongates.decision-gates.close-weeks")), any());

        starter.onStart();

        assertEquals(List.of("sweep-debt"), jobs.scheduled().stream().map(JobSchedule::job).toList());
    }

    @Test
    public void endsAllWork() {
        starter.onStart();
        starter.destroy();
        for (RecurringWork work : List.of(sweep, close)) {
            verify(work).stop();
            verify(scheduler).unregisterJobRunner(JobRunnerKey.of("org.decisiongates.decision-gates." + work.definition().name()));
        }
        assertEquals(List.of(), jobs.scheduled());
    }

    private static RecurringWork work(String name) {
        RecurringWork work = mock(RecurringWork.class);
        when(work.definition())
                .thenReturn(RecurringJobDefinition.oncePerCluster(name, Duration.ofMinutes(1), Duration.ofHours(1), "nothing is done"));
        return work;
    }
}
