package org.decisiongates.jira.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.project.ProjectEnabledListener;

/**
 * Reads the history of newly enabled projects, one project after another, on a thread of its own. An interrupted back-fill resumes where
 * it was; enabling a project again reads it again.
 */
@JiraComponent
public class BackFill implements ProjectEnabledListener {

    private static final Logger LOG = LoggerFactory.getLogger(BackFill.class);
    private static final String LOCK = "org.decisiongates.decision-gates.fill.";
    private static final int CHUNK = 100;
    private static final int MAX_WAITING = 10_000;
    private static final int STOPPED_WITHIN_SECONDS = 10;

    private final Reconciler reconciler;
    private final ReconcileCursors cursors;
    private final ClusterLockService locks;
    private volatile Consumer<Project> filled = project -> {};
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING),
            work -> {
                Thread thread = new Thread(work, "decision-gates-journal");
                thread.setDaemon(true);
                return thread;
            });

    BackFill(Reconciler reconciler, ReconcileCursors cursors, ClusterLockService locks) {
        this.reconciler = reconciler;
        this.cursors = cursors;
        this.locks = locks;
        pool.allowCoreThreadTimeOut(true);
    }

    /** How far the history of a project has been read, on whichever node; empty when it has not begun. */
    public Optional<Progress> progress(Project project) {
        return cursors.progress(project.getId());
    }

    @Override
    public void joined(Project project) {
        if (!waiting.add(project.getId())) {
            return;
        }
        try {
            pool.execute(() -> fill(project));
        } catch (RejectedExecutionException e) {
            waiting.remove(project.getId());
            LOG.warn("the history of project {} will be read when the app is started next", project.getKey(), e);
        }
    }

    /** Runs {@code work}, on the same thread, after the whole history of a project was read. */
    void onFilled(Consumer<Project> work) {
        filled = work;
    }

    /** Runs {@code work} once what is waiting is done, on the same thread. */
    void then(Runnable work) {
        pool.execute(work);
    }

    /**
     * Waits until running work has finished its current issue, because what it uses is gone a moment later. Nothing is interrupted: an
     * interrupt in the middle of a statement can close the file of an embedded database for the whole of Jira.
     */
    void stop() {
        reconciler.stop();
        pool.getQueue().clear();
        pool.shutdown();
        try {
            if (!pool.awaitTermination(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the history of a project is still being read; the app does not wait for it any longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill(Project project) {
        // from here on a new request counts: what comes to the project while it is being read must be read, too
        waiting.remove(project.getId());
        Lock lock = locks.getLockForName(LOCK + project.getId());
        // the lock only saves work: two fills at once would add nothing twice
        if (!lock.tryLock()) {
            return;
        }
        try {
            fillFrom(project, cursors.progress(project.getId()).filter(known -> !known.isComplete() && known.failed() == 0)
                    .orElse(new Progress(0, 0, 0)));
        } catch (CancellationException e) {
            LOG.info("project {}: the app is being stopped; its next start will go on with the history", project.getKey());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the history of project {} could not be read; the next start of the app will go on", project.getKey(), e);
        } finally {
            lock.unlock();
        }
    }

    private void fillFrom(Project project, Progress begun) {
        List<Long> ids = reconciler.idsOf(project.getId());
        // issues deleted since then move the others forward: a few are then read twice, none is left out
        int start = (int) Math.min(ids.size(), Math.max(0, begun.done() - Math.max(0, begun.total() - ids.size())));
        Progress progress = new Progress(start, ids.size(), 0);
        cursors.progress(project.getId(), progress);
        while (start < ids.size()) {
            int end = Math.min(ids.size(), start + CHUNK);
            Reconciler.Outcome outcome = reconciler.reconcile(ids.subList(start, end));
            // an import on another node finds the lock taken and relies on this one to see what it brought
            ids = end < ids.size() ? ids : reconciler.idsOf(project.getId());
            progress = new Progress(end, Math.max(end, ids.size()), progress.failed() + outcome.failed());
            cursors.progress(project.getId(), progress);
            start = end;
        }
        LOG.info("project {}: the history of {} of {} issues is in the journal, {} could not be read", project.getKey(),
                progress.done(), progress.total(), progress.failed());
        if (progress.isComplete()) {
            filled.accept(project);
        }
    }
}
