package org.decisiongates.jira.platform.time;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.Date;

import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.health.JobRuns;

public class RecurringJobTest {

    private static final String NAME = "org.decisiongates.decision-gates.test";

    private final SchedulerService scheduler = mock(SchedulerService.class);
    private final JobRunner work = mock(JobRunner.class);
    private final RecurringJob job = new RecurringJobs(scheduler, mock(JobRuns.class), mock(ClusterManager.class), TestTime.CLOCK)
            .named(NAME);

    @Test
    public void runsFromAMomentOnAgainAndAgain() throws Exception {
        job.start(work, RunMode.RUN_ONCE_PER_CLUSTER, Duration.ofMinutes(3), Duration.ofHours(1), "nothing is done");

        verify(scheduler).registerJobRunner(eq(JobRunnerKey.of(NAME)), any());
        ArgumentCaptor<JobConfig> config = ArgumentCaptor.forClass(JobConfig.class);
        verify(scheduler).scheduleJob(eq(JobId.of(NAME)), config.capture());
        assertEquals(RunMode.RUN_ONCE_PER_CLUSTER, config.getValue().getRunMode());
        assertEquals(Duration.ofHours(1).toMillis(), config.getValue().getSchedule().getIntervalScheduleInfo().getIntervalInMillis());
        assertEquals(Date.from(TestTime.NOW.plus(Duration.ofMinutes(3))),
                config.getValue().getSchedule().getIntervalScheduleInfo().getFirstRunTime());
        job.stop();
        verify(scheduler).unregisterJobRunner(JobRunnerKey.of(NAME));
    }

    @Test
    public void keepsNothingElseFromStartingWhereTheSchedulerDoesNotTakeIt() throws Exception {
        doThrow(new SchedulerServiceException("full", new IllegalStateException())).when(scheduler).scheduleJob(any(), any());
        job.start(work, RunMode.RUN_LOCALLY, Duration.ofMinutes(1), Duration.ofMinutes(1), "nothing is done");
        verify(scheduler).scheduleJob(any(), any());
    }
}
