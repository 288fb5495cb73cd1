package org.decisiongates.jira.journal;

import java.time.Instant;
import java.util.concurrent.locks.Lock;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.issuetype.ProjectTime;

/**
 * Looks through everything that was touched since the last time. The mark moves on only after a run that could read everything, to the
 * moment that run began.
 */
@JiraComponent
class Reconciliation implements JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final String LOCK = "org.decisiongates.decision-gates.reconcile";

    private final Reconciler reconciler;
    private final UpdatedIssues updated;
    private final Marks marks;
    private final ClusterLockService locks;
    private final ProjectTime time;

    Reconciliation(Reconciler reconciler, UpdatedIssues updated, Marks marks, ClusterLockService locks, ProjectTime time) {
        this.reconciler = reconciler;
        this.updated = updated;
        this.marks = marks;
        this.locks = locks;
        this.time = time;
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        run();
        return JobRunnerResponse.success();
    }

    /** Throws nothing: the next run begins where this one could not go on. */
    void run() {
        Lock lock = locks.getLockForName(LOCK);
        // the lock only saves work: two runs at once would add nothing twice
        if (!lock.tryLock()) {
            return;
        }
        try {
            reconcile();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the journal could not be compared with Jira's history; the next run will try again", e);
        } finally {
            lock.unlock();
        }
    }

    private void reconcile() {
        Instant now = time.now().instant();
        Instant since = marks.cursor().orElse(now).minus(Reconciler.OVERLAP);
        Reconciler.Outcome outcome = Reconciler.Outcome.NOTHING;
        int start = 0;
        int total = Integer.MAX_VALUE;
        while (start < total) {
            UpdatedIssues.Page page = updated.since(since, start);
            outcome = outcome.and(reconciler.reconcileAll(page.issues()));
            // issues that were deleted meanwhile let the rest move up
            int gone = total == Integer.MAX_VALUE ? 0 : Math.max(0, total - page.total());
            total = page.issues().isEmpty() && gone == 0 ? 0 : page.total();
            start = Math.max(0, start + page.issues().size() - gone);
        }
        if (outcome.failed() == 0) {
            marks.cursor(now);
        }
        LOG.debug("looked at {} issues, added {} entries to the journal, failed on {}", outcome.looked(), outcome.added(), outcome.failed());
    }
}
