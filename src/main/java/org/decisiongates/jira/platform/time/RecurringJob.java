package org.decisiongates.jira.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job that Jira runs again and again while the app is there. A scheduler that does not take it keeps nothing else from starting. */
public final class RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringJob.class);

    private final RecurringJobs jobs;
    private final SchedulerService scheduler;
    private final Clock clock;
    private final String name;
    private final JobRunnerKey runner;
    private final JobId job;

    RecurringJob(RecurringJobs jobs, SchedulerService scheduler, Clock clock, String name) {
        this.jobs = jobs;
        this.name = name;
        this.scheduler = scheduler;
        this.clock = clock;
        this.runner = JobRunnerKey.of(name);
        this.job = JobId.of(name);
    }

    /**
     * Schedules it.
     *
     * @param mode  on every node, or on one of the cluster
     * @param first how long after now it runs first
     * @param loss  what is not done while the scheduler does not take it, a sentence for the log
     */
    public void start(JobRunner work, RunMode mode, Duration first, Duration every, String loss) {
        scheduler.registerJobRunner(runner, jobs.recorded(name, work));
        jobs.started(name, mode, first, every);
        try {
            scheduler.scheduleJob(job, JobConfig.forJobRunnerKey(runner).withRunMode(mode)
                    .withSchedule(Schedule.forInterval(every.toMillis(), Date.from(clock.instant().plus(first)))));
        } catch (SchedulerServiceException e) {
            LOG.error("{}", loss, e);
        }
    }

    /** Jira keeps what was scheduled, and runs nothing. */
    public void stop() {
        scheduler.unregisterJobRunner(runner);
        jobs.stopped(name);
    }
}
