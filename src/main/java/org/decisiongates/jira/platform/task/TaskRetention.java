package org.decisiongates.jira.platform.task;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.RunMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.task.Tasks;

/** Removes background tasks, and what came of them, a week after anybody told of them last. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class TaskRetention implements LifecycleAware, JobRunner, DisposableBean {

    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(TaskRetention.class);
    private static final String JOB = "org.decisiongates.decision-gates.remove-tasks";
    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final int MAX_ROUNDS = 100;

    private final RecurringJob job;
    private final Tasks tasks;
    private final Clock clock;

    TaskRetention(RecurringJobs jobs, Tasks tasks, Clock clock) {
        this.job = jobs.named(JOB);
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
            return RecurringJobs.failed(e);
        }
        return JobRunnerResponse.success();
    }

    private List<String> old() {
        return tasks.silentSince(clock.instant().minus(KEPT));
    }

    @Override
    public void onStart() {
        job.start(this, RunMode.RUN_ONCE_PER_CLUSTER, FIRST, EVERY,
                "old background tasks are not removed until the app is started again");
    }

    @Override
    public void onStop() {
        job.stop();
    }

    @Override
    public void destroy() {
        onStop();
    }
}
