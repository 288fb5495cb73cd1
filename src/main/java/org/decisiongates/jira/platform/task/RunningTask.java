package org.decisiongates.jira.platform.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;

import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.task.Tasks;

/** A task of this node: waiting for a thread, or being done by one. Told of by two threads, its own and the one that beats. */
final class RunningTask implements TaskProgress {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final String id;
    private final Tasks tasks;
    private final Clock clock;
    private State state = State.QUEUED;
    private int done;
    private int total;
    private int kept;
    private Instant told;
    private volatile boolean stopped;
    private volatile Future<?> beat;
    private volatile Runnable waiting;

    RunningTask(String id, Tasks tasks, Clock clock) {
        this.id = id;
        this.tasks = tasks;
        this.clock = clock;
        this.told = clock.instant();
    }

    String id() {
        return id;
    }

    /** @param work what stands in the queue */
    void waitsAs(Runnable work) {
        waiting = work;
    }

    Runnable waiting() {
        return waiting;
    }

    void beatenBy(Future<?> heart) {
        beat = heart;
    }

    /** From now on nothing is told of it; what is just being told is waited for, or it would be written over the end. */
    void silence() {
        Future<?> heart = beat;
        if (heart != null) {
            heart.cancel(false);
        }
        synchronized (this) {
            stopped = true;
        }
    }

    /** From now on its work ends at the next step. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    void begin() {
        synchronized (this) {
            state = State.RUNNING;
        }
        tell();
    }

    @Override
    public void total(int much) {
        synchronized (this) {
            total = much;
        }
        tell();
    }

    @Override
    public void done(int much) {
        boolean isTime;
        synchronized (this) {
            done = much;
            Instant now = clock.instant();
            isTime = now.isBefore(told) || !now.isBefore(told.plus(BETWEEN));
        }
        if (isTime) {
            tell();
        } else {
            goOn();
        }
    }

    @Override
    public void keep(String part) {
        goOn();
        tasks.keep(id, kept, part);
        kept++;
    }

    /** Stores how far it is, and learns whether it is to go on. */
    void tell() {
        synchronized (this) {
            told = clock.instant();
            if (!stopped && !tasks.tell(id, state, done, total, told)) {
                stopped = true;
            }
        }
        goOn();
    }

    private void goOn() {
        if (stopped) {
            throw new TaskCancelledException();
        }
    }
}
