package org.decisiongates.jira.platform.task;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.project.DeletedProjectSettings;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;
import org.decisiongates.task.Tasks;

/**
 * Removes what nobody needs any more: background tasks, and what came of them, a week after anybody told of them last, and settings of
 * projects that were deleted while the app was disabled.
 */
@JiraComponent
public class TaskRetention implements RecurringWork {

    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(TaskRetention.class);
    private static final int MAX_ROUNDS = 100;

    private final Tasks tasks;
    private final DeletedProjectSettings settings;
    private final Clock clock;

    TaskRetention(Tasks tasks, DeletedProjectSettings settings, Clock clock) {
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("remove-tasks", Duration.ofMinutes(10), Duration.ofHours(6),
                "old background tasks and settings of deleted projects are not removed until the app is started again");
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            List<String> old = old();
            for (int round = 0; round < MAX_ROUNDS && !old.isEmpty(); round++) {
                old.forEach(tasks::remove);
                old = old();
            }
            settings.sweep();
        } catch (RuntimeException e) {
            LOG.error("old background tasks and settings of deleted projects could not all be removed; the next run tries again", e);
            return RecurringJobs.failed(e);
        }
        return JobRunnerResponse.success();
    }

    private List<String> old() {
        return tasks.silentSince(clock.instant().minus(KEPT));
    }
}
