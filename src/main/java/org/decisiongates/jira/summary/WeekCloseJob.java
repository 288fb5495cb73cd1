package org.decisiongates.jira.summary;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;
import org.decisiongates.jira.timeline.JournalCompleteness;

/**
 * Closes the weeks that have ended in every project, unless the clock cannot be trusted. A project that fails does not stop the others and
 * is tried again in an hour.
 */
@JiraComponent
class WeekCloseJob implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(WeekCloseJob.class);

    private final EnabledProjects projects;
    private final WeekCloser closer;
    private final JournalCompleteness journal;
    private final ClockGuard guard;
    private final Clock clock;

    WeekCloseJob(EnabledProjects projects, WeekCloser closer, JournalCompleteness journal, ClockGuard guard, Clock clock) {
        this.projects = projects;
        this.closer = closer;
        this.journal = journal;
        this.guard = guard;
        this.clock = clock;
    }

    /** Every hour; soon after the start the journal is compared with Jira's history first. */
    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("close-weeks", Duration.ofMinutes(2), Duration.ofHours(1),
                "no week will be closed until the app is started again");
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        if (!guard.admitsRun(clock.instant())) {
            return JobRunnerResponse.success();
        }
        try {
            List<Throwable> thrown = projects.enabled().stream().flatMap(project -> close(project).stream()).toList();
            if (!thrown.isEmpty()) {
                return RecurringJobs.failed(thrown.get(0));
            }
        } catch (CancellationException e) {
            LOG.info("the app is being stopped; its next start will close the weeks that are left");
        }
        return JobRunnerResponse.success();
    }

    /**
     * From now on a newly enabled project does not wait for the next hour, only until its history has been read: weeks computed from half
     * of it would stay wrong for ever.
     */
    @Override
    public void begin() {
        journal.onceComplete(project -> {
            if (guard.admits(clock.instant())) {
                close(project);
            }
        });
    }

    /** @return why its weeks could not be closed */
    private Optional<Throwable> close(Project project) {
        try {
            closer.close(project);
            return Optional.empty();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the weeks of project {} could not be closed; this is tried again in an hour", project.getKey(), e);
            return Optional.of(e);
        }
    }
}
