package org.decisiongates.jira.timeline;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.time.RecurringJobs;

/**
 * Reconciles everything that was changed since the last run. The cursor moves only after a run that could read everything, to the moment
 * that run began.
 */
@JiraComponent
class ReconcileJob implements JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileJob.class);
    private static final String LOCK = "org.decisiongates.decision-gates.reconcile";

    private final Reconciler reconciler;
    private final IssueHistories histories;
    private final TrackedIssueSearch search;
    private final ImportedIssues imported;
    private final ReconcileCursors cursors;
    private final ClusterLockService locks;
    private final ProjectTime time;
    private final List<IssueChangeSubscriber> subscribers;

    ReconcileJob(Reconciler reconciler, IssueHistories histories, TrackedIssueSearch search, ImportedIssues imported,
            ReconcileCursors cursors, ClusterLockService locks, ProjectTime time,
            List<IssueChangeSubscriber> subscribers) {
        this.reconciler = reconciler;
        this.histories = histories;
        this.search = search;
        this.imported = imported;
        this.cursors = cursors;
        this.locks = locks;
        this.time = time;
        this.subscribers = List.copyOf(subscribers);
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        return run();
    }

    /** Throws nothing: the next run begins where this one could not go on. */
    JobRunnerResponse run() {
        Lock lock = locks.getLockForName(LOCK);
        // the lock only saves work: two runs at once would add nothing twice
        if (!lock.tryLock()) {
            return JobRunnerResponse.success();
        }
        try {
            reconcile();
            return JobRunnerResponse.success();
        } catch (CancellationException e) {
            LOG.info("the app is being stopped; its next start will go on comparing the journal with Jira's history");
            return JobRunnerResponse.success();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the journal could not be compared with Jira's history; the next run will try again", e);
            return RecurringJobs.failed(e);
        } finally {
            lock.unlock();
        }
    }

    private void reconcile() {
        histories.noticeNames();
        Instant now = time.now().toInstant();
        // if the clock was set back since, the cursor is in the future
        Instant since = cursors.cursor().filter(now::isAfter).orElse(now).minus(Reconciler.OVERLAP);
        Reconciler.Outcome outcome = search.since(since, found -> {
            Reconciler.Outcome read = reconciler.reconcileAll(found);
            subscribers.forEach(subscriber -> tell(subscriber, found));
            return read;
        });
        if (outcome.failed() == 0) {
            cursors.cursor(now);
        }
        imported.reconcile();
        LOG.debug("looked at {} issues, added {} entries to the journal, failed on {}", outcome.looked(), outcome.added(),
                outcome.failed());
    }

    /** What one of them cannot do keeps neither the journal nor the others from going on. */
    private static void tell(IssueChangeSubscriber subscriber, List<Issue> found) {
        try {
            subscriber.found(found);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("changes of {} issues were not told", found.size(), e);
        }
    }
}
