package org.decisiongates.jira.health;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.health.JobRun;
import org.decisiongates.health.JobRuns;
import org.decisiongates.jira.platform.time.JobSchedule;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.policy.Scope;

public class JobHealthCheckTest {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private final RecurringJobs jobs = mock(RecurringJobs.class);
    private final JobRuns runs = mock(JobRuns.class);
    private final JobMonitor statuses = new JobMonitor(jobs, runs, TestTime.CLOCK);
    private final JobNames names = mock(JobNames.class);
    private final JobHealthCheck check = new JobHealthCheck(statuses, names);

    @Before
    public void startTheApp() {
        when(jobs.node()).thenReturn("node1");
        when(names.of(anyString())).thenAnswer(call -> "do " + call.getArgument(0));
        scheduled(new JobSchedule("seal-journal", true, Duration.ofMinutes(1), ago(600)));
    }

    @Test
    public void findsNothingWhileJobsRun() {
        ran(JobRun.succeeded("seal-journal", "node2", ago(15), SHORT),
                JobRun.succeeded("gone-in-this-version", "node1", ago(9_000), SHORT));
        assertEquals(List.of(), findings());
        assertEquals(List.of(new JobStatus("seal-journal", Optional.of(JobRun.succeeded("seal-journal", "node2", ago(15), SHORT)),
                Optional.of(ago(14)), Optional.empty())), statuses.all());
    }

    @Test
    public void findsAJobThatNoNodeBringsToItsEnd() {
        ran(JobRun.succeeded("seal-journal", "node2", ago(16), SHORT), JobRun.succeeded("seal-journal", "node1", ago(500), SHORT));
        assertEquals(List.of(HealthFinding.error("jobs.late", "seal-journal", 16L, "do seal-journal")), findings());
    }

    @Test
    public void waitsSixRunsOfAJobThatRunsSeldom() {
        scheduled(new JobSchedule("close-weeks", true, Duration.ofHours(1), ago(6_000)));
        ran(JobRun.succeeded("close-weeks", "", ago(360), SHORT));
        assertEquals(List.of(), findings());
        ran(JobRun.succeeded("close-weeks", "", ago(361), SHORT));
        assertEquals(List.of(HealthFinding.error("jobs.late", "close-weeks", 361L, "do close-weeks")), findings());
    }

    @Test
    public void countsFromTheStartOfTheApp() {
        ran(JobRun.succeeded("seal-journal", "node1", ago(50_000), SHORT));
        scheduled(new JobSchedule("seal-journal", true, Duration.ofMinutes(1), ago(15)));
        assertEquals(List.of(), findings());
        ran();
        assertEquals(List.of(), findings());
        scheduled(new JobSchedule("seal-journal", true, Duration.ofMinutes(1), ago(16)));
        assertEquals(List.of(HealthFinding.error("jobs.late", "seal-journal", 16L, "do seal-journal")), findings());
    }

    @Test
    public void findsALastRunThatFailed() {
        ran(new JobRun("seal-journal", "node2", ago(1), SHORT, "IllegalStateException", Optional.of(ago(2))));
        assertEquals(
                List.of(HealthFinding.warning("jobs.failed-on-node", "node2", "seal-journal", "IllegalStateException", "do seal-journal")),
                findings());
        ran(JobRun.failed("seal-journal", "", ago(1), SHORT, "IllegalStateException"));
        assertEquals(List.of(HealthFinding.error("jobs.late", "seal-journal", 600L, "do seal-journal"),
                HealthFinding.warning("jobs.failed", "seal-journal", "IllegalStateException", "do seal-journal")), findings());
        ran(JobRun.failed("seal-journal", "node2", ago(2), SHORT, "IllegalStateException"),
                JobRun.succeeded("seal-journal", "node1", ago(1), SHORT));
        assertEquals("another node has done it since", List.of(), findings());
    }

    @Test
    public void judgesJobsOfEachNodeOnTheNodeItself() {
        scheduled(new JobSchedule("compare-policies", false, Duration.ofMinutes(1), ago(600)));
        ran(JobRun.succeeded("compare-policies", "node1", ago(1), SHORT), JobRun.succeeded("compare-policies", "stopped", ago(500), SHORT));
        assertEquals(List.of(), findings());
        assertEquals(List.of("node1", "stopped"), statuses.all().stream().map(status -> status.last().orElseThrow().node()).toList());
        ran(JobRun.succeeded("compare-policies", "node2", ago(1), SHORT));
        assertEquals(List.of(HealthFinding.error("jobs.late", "compare-policies", 600L, "do compare-policies")), findings());
    }

    @Test
    public void saysNothingOfJobsForAProject() {
        ran(JobRun.succeeded("seal-journal", "node2", ago(500), SHORT));
        assertEquals(List.of(), check.findings(Scope.of(10_000)));
    }

    private List<HealthFinding> findings() {
        return check.findings(Scope.GLOBAL);
    }

    private void scheduled(JobSchedule schedule) {
        when(jobs.scheduled()).thenReturn(List.of(schedule));
    }

    private void ran(JobRun... each) {
        when(runs.all()).thenReturn(List.of(each));
    }

    private static Instant ago(long minutes) {
        return TestTime.NOW.minus(Duration.ofMinutes(minutes));
    }
}
