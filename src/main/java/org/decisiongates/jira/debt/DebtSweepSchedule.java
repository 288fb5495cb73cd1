package org.decisiongates.jira.debt;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.ProjectTime;

/** Schedules the sweep for gate debt: every quarter of an hour it goes on, or looks whether it is time to begin. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class DebtSweepSchedule implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DebtSweepSchedule.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.decisiongates.decision-gates.sweep-debt");
    private static final JobId JOB = JobId.of("org.decisiongates.decision-gates.sweep-debt");
    private static final Duration EVERY = Duration.ofMinutes(15);
    /** Time for the journal to be compared with Jira's history first. */
    private static final Duration FIRST = Duration.ofMinutes(3);

    private final SchedulerService scheduler;
    private final DebtSweep sweep;
    private final EventPublisher events;
    private final PeopleListener people;
    private final Clock clock;

    DebtSweepSchedule(SchedulerService scheduler, DebtSweep sweep, EventPublisher events, SweepCursor cursor, ProjectTime time,
            Clock clock) {
        this.scheduler = scheduler;
        this.sweep = sweep;
        this.events = events;
        this.people = new PeopleListener(cursor, time);
        this.clock = clock;
    }

    @Override
    public void onStart() {
        scheduler.registerJobRunner(RUNNER, sweep);
        sweep.begin();
        listenToPeople();
        try {
            scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER).withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                    .withSchedule(Schedule.forInterval(EVERY.toMillis(), Date.from(clock.instant().plus(FIRST)))));
        } catch (SchedulerServiceException e) {
            LOG.error("gate debt that nobody tells of is not found until the app is started again", e);
        }
    }

    private void listenToPeople() {
        try {
            events.register(people);
        } catch (LinkageError e) {
            LOG.error("this Jira does not tell when people are deactivated; what they answer for is looked at in the night", e);
        }
    }

    @Override
    public void onStop() {
        sweep.stop();
        events.unregister(people);
        scheduler.unregisterJobRunner(RUNNER);
    }

    @Override
    public void destroy() {
        onStop();
    }
}
