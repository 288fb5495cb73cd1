package org.decisiongates.jira.debt;

import java.time.Duration;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.config.RunMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;

/** Schedules the sweep for gate debt: every quarter of an hour it goes on, or looks whether it is time to begin. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class DebtSweepSchedule implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DebtSweepSchedule.class);
    private static final String JOB = "org.decisiongates.decision-gates.sweep-debt";
    private static final Duration EVERY = Duration.ofMinutes(15);
    /** Time for the journal to be compared with Jira's history first. */
    private static final Duration FIRST = Duration.ofMinutes(3);

    private final RecurringJob job;
    private final DebtSweep sweep;
    private final EventPublisher events;
    private final PeopleListener people;

    DebtSweepSchedule(RecurringJobs jobs, DebtSweep sweep, EventPublisher events, SweepCursor cursor, ProjectTime time) {
        this.job = jobs.named(JOB);
        this.sweep = sweep;
        this.events = events;
        this.people = new PeopleListener(cursor, time);
    }

    @Override
    public void onStart() {
        sweep.begin();
        listenToPeople();
        job.start(sweep, RunMode.RUN_ONCE_PER_CLUSTER, FIRST, EVERY,
                "gate debt that nobody tells of is not found until the app is started again");
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
        job.stop();
    }

    @Override
    public void destroy() {
        onStop();
    }
}
