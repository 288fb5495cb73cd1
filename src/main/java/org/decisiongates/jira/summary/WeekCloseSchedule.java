package org.decisiongates.jira.summary;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

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

/** Schedules the closing of weeks: every hour, soon after the start, and when the history of a project was read. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class WeekCloseSchedule implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WeekCloseSchedule.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.decisiongates.decision-gates.close-weeks");
    private static final JobId JOB = JobId.of("org.decisiongates.decision-gates.close-weeks");
    private static final Duration EVERY = Duration.ofHours(1);
    /** Time for the journal to be compared with Jira's history first. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private final SchedulerService scheduler;
    private final WeekCloseJob job;
    private final Clock clock;

    WeekCloseSchedule(SchedulerService scheduler, WeekCloseJob job, Clock clock) {
        this.scheduler = scheduler;
        this.job = job;
        this.clock = clock;
    }

    @Override
    public void onStart() {
        scheduler.registerJobRunner(RUNNER, job);
        job.begin();
        try {
            scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER).withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                    .withSchedule(Schedule.forInterval(EVERY.toMillis(), Date.from(clock.instant().plus(FIRST)))));
        } catch (SchedulerServiceException e) {
            LOG.error("no week will be closed until the app is started again", e);
        }
    }

    @Override
    public void onStop() {
        scheduler.unregisterJobRunner(RUNNER);
    }

    @Override
    public void destroy() {
        onStop();
    }
}
