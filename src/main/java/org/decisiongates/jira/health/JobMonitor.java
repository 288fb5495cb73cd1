package org.decisiongates.jira.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.JobRun;
import org.decisiongates.health.JobRuns;
import org.decisiongates.jira.platform.time.JobSchedule;
import org.decisiongates.jira.platform.time.RecurringJobs;

/**
 * How the app's jobs stand: what this node has started, and how each ran last on each node. Of a job that one node runs for all, the
 * newest run counts, whichever node it was on; of one that each runs for itself, this node says only of its own whether it is late, since
 * another node may have been stopped. One statement.
 */
@JiraComponent
class JobMonitor {

    private static final int RUNS_MISSED = 6;
    /** More than the ten minutes by which clocks of nodes may differ. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final RecurringJobs jobs;
    private final JobRuns runs;
    private final Clock clock;

    JobMonitor(RecurringJobs jobs, JobRuns runs, Clock clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.clock = clock;
    }

    /** By job, then by node; a job that one node runs for all once. */
    List<JobStatus> all() {
        Instant now = clock.instant();
        Map<String, List<JobRun>> byJob = runs.all().stream().collect(Collectors.groupingBy(JobRun::job));
        return jobs.scheduled().stream().flatMap(schedule -> of(schedule, byJob.getOrDefault(schedule.job(), List.of()), now)).toList();
    }

    private Stream<JobStatus> of(JobSchedule schedule, List<JobRun> ran, Instant now) {
        if (schedule.inCluster()) {
            Optional<JobRun> newest = ran.stream().max(Comparator.comparing(JobRun::startedAt));
            return Stream.of(judged(schedule, newest, ran, now));
        }
        List<JobRun> own = ran.stream().filter(run -> run.node().equals(jobs.node())).toList();
        Stream<JobStatus> others = ran.stream().filter(run -> !run.node().equals(jobs.node()))
                .map(run -> new JobStatus(schedule.job(), Optional.of(run), Optional.empty(), Optional.empty()));
        return Stream.concat(Stream.of(judged(schedule, own.stream().findFirst(), own, now)), others);
    }

    private static JobStatus judged(JobSchedule schedule, Optional<JobRun> last, List<JobRun> ran, Instant now) {
        Instant good = Stream.concat(ran.stream().flatMap(run -> run.succeededAt().stream()), Stream.of(schedule.firstDueAt()))
                .max(Comparator.naturalOrder()).orElseThrow();
        Duration since = Duration.between(good, now);
        Duration most = schedule.every().multipliedBy(RUNS_MISSED);
        boolean late = since.compareTo(most.compareTo(GRACE) > 0 ? most : GRACE) > 0;
        Instant next = last.map(run -> run.startedAt().plus(schedule.every())).filter(schedule.firstDueAt()::isBefore)
                .orElse(schedule.firstDueAt());
        return new JobStatus(schedule.job(), last, Optional.of(next), late ? Optional.of(since) : Optional.empty());
    }
}
