package org.decisiongates.confluence.link;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A few threads of our own, on which other servers are called: whoever asked can stop waiting, whatever the other server does. Socket
 * time-outs alone cannot promise that, because they start again with every byte. A call that nobody waits for any more and that still
 * does not end is written off: it keeps its thread, and another thread takes its place, so that a server that never ends a sentence
 * cannot take all of them.
 */
@ConfluenceComponent
class BoundedCalls implements AutoCloseable {

    static final int THREADS = 4;
    static final int WAITING = 64;
    static final int MOST_WRITTEN_OFF = 4;

    private final ThreadPoolExecutor threads;
    private int writtenOff;

    BoundedCalls() {
        AtomicInteger started = new AtomicInteger();
        threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
            Thread thread = new Thread(work, "decision-gates-jira-" + started.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Has {@code work} done soon, in the name of whoever acts on the calling thread, and its outcome told to {@code then}, whether it ends,
     * fails or is cancelled.
     *
     * @return nothing when too many are waiting already, or the app is stopping
     */
    <T> Optional<Future<T>> start(Callable<T> work, Consumer<Future<T>> then) {
        Task<T> task = new Task<>(ActingUser.carriedInto(work), then);
        try {
            threads.execute(task);
            return Optional.of(task);
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
    }

    /** Nobody waits for {@code task} any more. */
    void giveUp(Future<?> task) {
        if (task instanceof Task<?> ours) {
            ours.giveUp();
        }
    }

    /** How many calls wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** Ends the threads; Spring calls it when the app stops. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            ((Task<?>) waiting).cancel(false);
        }
    }

    private synchronized boolean writeOff() {
        if (writtenOff == MOST_WRITTEN_OFF) {
            return false;
        }
        writtenOff++;
        threads.setMaximumPoolSize(THREADS + writtenOff);
        threads.setCorePoolSize(THREADS + writtenOff);
        return true;
    }

    private synchronized void writeOn() {
        writtenOff--;
        threads.setCorePoolSize(THREADS + writtenOff);
        threads.setMaximumPoolSize(THREADS + writtenOff);
    }

    private final class Task<T> extends FutureTask<T> {

        private final Consumer<Future<T>> then;
        private boolean running;
        private boolean lost;

        Task(Callable<T> work, Consumer<Future<T>> then) {
            super(work);
            this.then = then;
        }

        @Override
        public void run() {
            begin();
            try {
                super.run();
            } finally {
                end();
            }
        }

        @Override
        protected void done() {
            then.accept(this);
        }

        void giveUp() {
            loseIfRunning();
            if (cancel(true)) {
                threads.purge();
            }
        }

        private synchronized void begin() {
            running = true;
        }

        private synchronized void loseIfRunning() {
            lost = lost || running && writeOff();
        }

        private synchronized void end() {
            running = false;
            if (lost) {
                lost = false;
                writeOn();
            }
        }
    }
}
