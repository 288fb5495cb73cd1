package org.decisiongates.jira.gate;

import java.time.Duration;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;

import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;

/**
 * Writes refusals into the journal on a thread of its own, in a transaction of its own: what Jira takes back with the refused transition
 * must not take the entry with it (ADR-0027). The refused user waits for the entry, but not for long. What cannot be written is tried
 * again, and once more when the app is stopped.
 */
@JiraComponent
class RefusalWriter implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalWriter.class);
    /** More wait only while the database is away; each is a few hundred bytes. */
    private static final int MAX_WAITING = 1_000;
    private static final int WAITED_SECONDS = 2;
    /** Twice as long after each attempt at which the database took nothing. */
    private static final int AGAIN_AFTER_SECONDS = 5;
    private static final int MAX_PAUSE_SECONDS = 60;
    /** So many attempts in a row mean that the database is away, unless it takes the newest refusal. */
    private static final int MAX_FAILURES = 3;
    private static final int STOPPED_WITHIN_SECONDS = 10;
    private static final String NEVER_WRITTEN = "the app is being stopped: this refusal is not in the journal, "
            + "unless it is being written just now: {}";

    private final GateEvents events;
    private final Duration waited;
    private final Semaphore room = new Semaphore(MAX_WAITING);
    private final Deque<GateEvent> unwritten = new ConcurrentLinkedDeque<>();
    /** Failed attempts in a row; used by the writing thread only. */
    private int attempts;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "decision-gates-refusals");
        made.setDaemon(true);
        return made;
    });

    @Autowired
    RefusalWriter(GateEvents events) {
        this(events, Duration.ofSeconds(WAITED_SECONDS));
    }

    /** @param waited how long who is refused waits for the entry */
    RefusalWriter(GateEvents events, Duration waited) {
        this.events = events;
        this.waited = waited;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setKeepAliveTime(10, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** Throws nothing: the transition is refused, written down or not. */
    void append(GateEvent refusal) {
        if (!room.tryAcquire()) {
            LOG.error("{} refusals wait to be written into the journal: this one will not be in it: {}", MAX_WAITING, describe(refusal));
            return;
        }
        unwritten.add(refusal);
        try {
            await(thread.submit(this::writeAll), refusal);
        } catch (RejectedExecutionException e) {
            unwritten.remove(refusal);
            room.release();
            LOG.error(NEVER_WRITTEN, describe(refusal));
        }
    }

    private void await(Future<?> written, GateEvent refusal) {
        try {
            written.get(waited.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("a refusal will be in the journal later; the database is slow: {}", describe(refusal));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            LOG.debug("the app is being stopped, which tells of each refusal that is not in the journal", e);
        } catch (ExecutionException e) {
            LOG.error("a refusal is not in the journal: {}", describe(refusal), e);
        }
    }

    /** The log does not say who was refused. */
    private static String describe(GateEvent refusal) {
        return "issue " + (refusal.issueId().isPresent() ? refusal.issueId().getAsLong() : "to be created") + " of project "
                + refusal.projectId() + ", transition "
                + refusal.transition() + " of " + refusal.workflow() + ", " + refusal.verdict() + " by " + refusal.failedRules() + " at "
                + refusal.at();
    }

    /** In the order of arrival; entries that the database rejects delay the others only while it rejects all. */
    private void writeAll() {
        int failures = 0;
        Iterator<GateEvent> waiting = unwritten.iterator();
        while (waiting.hasNext() && (failures < MAX_FAILURES || takesTheNewest())) {
            failures = failures < MAX_FAILURES ? failures : 0;
            GateEvent refusal = waiting.next();
            if (unwritten.contains(refusal)) {
                failures += write(refusal) ? 0 : 1;
            }
        }
        if (!unwritten.isEmpty()) {
            tryAgain();
        }
    }

    private boolean takesTheNewest() {
        GateEvent newest = unwritten.peekLast();
        return newest != null && write(newest);
    }

    private boolean write(GateEvent refusal) {
        try {
            events.append(refusal);
        } catch (RuntimeException | LinkageError e) {
            if (attempts == 0 && unwritten.size() == 1) {
                LOG.error("a refusal could not be written into the journal; it is kept to try again", e);
            } else {
                LOG.warn("{} refusals wait to be written into the journal: {}", unwritten.size(), e.toString());
            }
            return false;
        }
        attempts = 0;
        unwritten.remove(refusal);
        room.release();
        return true;
    }

    private void tryAgain() {
        if (!thread.isShutdown() && thread.getQueue().isEmpty()) {
            thread.schedule(this::writeAll, Math.min((long) AGAIN_AFTER_SECONDS << Math.min(attempts, 10), MAX_PAUSE_SECONDS),
                    TimeUnit.SECONDS);
            attempts++;
        }
    }

    @Override
    public void destroy() {
        try {
            thread.submit(this::writeAll).get(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopped already", e);
        } catch (TimeoutException | ExecutionException e) {
            LOG.error("the app is being stopped before every refusal could be written into the journal", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // nothing is interrupted: in the middle of a statement that can close the file of an embedded database
            thread.shutdown();
            unwritten.forEach(refusal -> LOG.error(NEVER_WRITTEN, describe(refusal)));
        }
    }
}
