package org.decisiongates.jira.platform.task;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
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

import org.decisiongates.task.Tasks;

/** Removes background tasks, and what came of them, a week after anybody told of them last. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class TaskRetention implements LifecycleAware, JobRunner, DisposableBean {

    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(TaskRetention.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.decisiongates.decision-gates.remove-tasks");
    private static final JobId JOB = JobId.of("org.decisiongates.decision-gates.remove-tasks");
    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final int MAX_ROUNDS = 100;

    private final SchedulerService scheduler;
    private final Tasks tasks;
    private final Clock clock;

    TaskRetention(SchedulerService scheduler, Tasks tasks, Clock clock) {
        this.scheduler = scheduler;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            List<String> old = old();
            for (int round = 0; round < MAX_ROUNDS && !old.isEmpty(); round++) {
                old.forEach(tasks::remove);
                old = old();
            }
        } catch (RuntimeException e) {
            LOG.error("old background tasks could not be removed; the next run tries again", e);
        }
        return JobRunnerResponse.success();
    }

    private List<String> old() {
        return tasks.silentSince(clock.instant().minus(KEPT));
    }

    @Override
    public void onStart() {
        scheduler.registerJobRunner(RUNNER, this);
        try {
            scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER).withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                    .withSchedule(Schedule.forInterval(EVERY.toMillis(), Date.from(clock.instant().plus(FIRST)))));
        } catch (SchedulerServiceException e) {
            LOG.error("old background tasks are not removed until the app is started again", e);
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
