package org.decisiongates.jira.platform.task;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;
import org.decisiongates.task.Tasks;

/** Removes background tasks, and what came of them, a week after anybody told of them last. */
@JiraComponent
public class TaskRetention implements RecurringWork {

    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(TaskRetention.class);
    private static final int MAX_ROUNDS = 100;

    private final Tasks tasks;
    private final Clock clock;

    TaskRetention(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("remove-tasks", Duration.ofMinutes(10), Duration.ofHours(6),
                "old background tasks are not removed until the app is started again");
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
}
