package org.decisiongates.jira.platform.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;

import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.RunMode;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.health.JobRun;
import org.decisiongates.health.JobRuns;

public class RecurringJobsTest {

    private static final String NAME = "org.decisiongates.decision-gates.seal-journal";

    private final SchedulerService scheduler = mock(SchedulerService.class);
    private final JobRuns runs = mock(JobRuns.class);
    private final ClusterManager cluster = mock(ClusterManager.class);
    private final JobRunner work = mock(JobRunner.class);
    private final RecurringJobs jobs = new RecurringJobs(scheduler, runs, cluster, TestTime.CLOCK);

    @Test
    public void knowsWhatThisNodeHasStarted() {
        RecurringJob job = jobs.named(NAME);
        assertEquals(List.of(), jobs.scheduled());
        job.start(work, RunMode.RUN_ONCE_PER_CLUSTER, Duration.ofMinutes(2), Duration.ofMinutes(1), "nothing is sealed");
        jobs.named("org.decisiongates.decision-gates.compare-policies").start(work, RunMode.RUN_LOCALLY, Duration.ZERO,
                Duration.ofHours(1), "nothing is compared");
        assertEquals(List.of(new JobSchedule("compare-policies", false, Duration.ofHours(1), TestTime.NOW),
                new JobSchedule("seal-journal", true, Duration.ofMinutes(1), TestTime.NOW.plusSeconds(120))), jobs.scheduled());
        job.stop();
        assertEquals(List.of("compare-policies"), jobs.scheduled().stream().map(JobSchedule::job).toList());
    }

    @Test
    public void recordsWhatARunCameTo() throws Exception {
        when(cluster.getNodeId()).thenReturn("node2");
        when(work.runJob(any())).thenReturn(JobRunnerResponse.success());
        assertEquals(null, run().getMessage());
        verify(runs).put(JobRun.succeeded("seal-journal", "node2", TestTime.NOW, Duration.ZERO));

        when(cluster.getNodeId()).thenReturn(null);
        when(work.runJob(any())).thenReturn(RecurringJobs.failed(new IllegalStateException("the password is secret")));
        assertEquals("IllegalStateException", run().getMessage());
        verify(runs).put(JobRun.failed("seal-journal", "", TestTime.NOW, Duration.ZERO, "IllegalStateException"));
    }

    @Test
    public void recordsARunThatThrowsAndThrowsOn() throws Exception {
        when(work.runJob(any())).thenThrow(new IllegalArgumentException("the password is secret"));
        assertThrows(IllegalArgumentException.class, this::run);
        verify(runs).put(JobRun.failed("seal-journal", "", TestTime.NOW, Duration.ZERO, "IllegalArgumentException"));
    }

    @Test
    public void runsWhereNothingCanBeRecorded() throws Exception {
        doThrow(new IllegalStateException("the database is down")).when(runs).put(any());
        when(work.runJob(any())).thenReturn(JobRunnerResponse.success());
        run();
        verify(work).runJob(any());
    }

    private JobRunnerResponse run() {
        ArgumentCaptor<JobRunner> runner = ArgumentCaptor.forClass(JobRunner.class);
        SchedulerService other = mock(SchedulerService.class);
        new RecurringJobs(other, runs, cluster, TestTime.CLOCK).named(NAME).start(work, RunMode.RUN_LOCALLY, Duration.ZERO,
                Duration.ofMinutes(1), "nothing is done");
        verify(other).registerJobRunner(any(), runner.capture());
        return runner.getValue().runJob(mock(JobRunnerRequest.class));
    }
}
