package org.decisiongates.jira.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.status.RunOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.health.JobRun;
import org.decisiongates.health.JobRuns;

/** Every recurring job of the app on this node: when each was started and how often it runs; records how it ran. */
@JiraComponent
public class RecurringJobs {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringJobs.class);
    /** What the names of all jobs of the app begin with in Jira's scheduler. */
    static final String PREFIX = "org.decisiongates.decision-gates.";

    private final SchedulerService scheduler;
    private final JobRuns runs;
    private final ClusterManager cluster;
    private final Clock clock;
    private final Map<String, JobSchedule> schedules = new ConcurrentHashMap<>();

    public RecurringJobs(SchedulerService scheduler, JobRuns runs, ClusterManager cluster, Clock clock) {
        this.scheduler = scheduler;
        this.runs = runs;
        this.cluster = cluster;
        this.clock = clock;
    }

    /** A job that is not started yet. @param name known to Jira's scheduler, which keeps it in its database */
    public RecurringJob named(String name) {
        return new RecurringJob(this, scheduler, clock, name);
    }

    /** What this node has started, by name. */
    public List<JobSchedule> scheduled() {
        return schedules.values().stream().sorted(Comparator.comparing(JobSchedule::job)).toList();
    }

    /** Id of this node; empty text where Jira has no cluster. */
    public String node() {
        return Optional.ofNullable(cluster.getNodeId()).orElse("");
    }

    /** What a job answers that did not come to its end; the log says why. Jira stores the answer, so it holds no text of anybody. */
    public static JobRunnerResponse failed(Throwable thrown) {
        return JobRunnerResponse.failed(thrown.getClass().getSimpleName());
    }

    void started(String name, RunMode mode, Duration first, Duration every) {
        String job = shortName(name);
        schedules.put(job, new JobSchedule(job, mode == RunMode.RUN_ONCE_PER_CLUSTER, every, clock.instant().plus(first)));
    }

    void stopped(String name) {
        schedules.remove(shortName(name));
    }

    /** Runs the work, and records that it ran. */
    JobRunner recorded(String name, JobRunner work) {
        return request -> run(shortName(name), work, request);
    }

    private JobRunnerResponse run(String job, JobRunner work, JobRunnerRequest request) {
        Instant began = clock.instant();
        try {
            JobRunnerResponse response = work.runJob(request);
            boolean succeeded = response == null || response.getRunOutcome() == RunOutcome.SUCCESS;
            record(job, began, succeeded ? "" : Optional.ofNullable(response.getMessage()).orElse(response.getRunOutcome().name()));
            return response;
        } catch (RuntimeException | LinkageError e) {
            record(job, began, e.getClass().getSimpleName());
            throw e;
        }
    }

    private void record(String job, Instant began, String fault) {
        Duration measured = Duration.between(began, clock.instant());
        // a clock may be set back in between
        Duration took = measured.isNegative() ? Duration.ZERO : measured;
        try {
            runs.put(fault.isEmpty() ? JobRun.succeeded(job, node(), began, took) : JobRun.failed(job, node(), began, took, fault));
        } catch (RuntimeException e) {
            LOG.warn("that the job {} ran could not be recorded; the page Health shows an earlier run", job, e);
        }
    }

    private static String shortName(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }
}
