package org.decisiongates.confluence.link;

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

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;

import org.decisiongates.confluence.platform.ActingUser;

/**
 * A few threads of our own, on which other servers are called: whoever asked can stop waiting, whatever the other server does. Socket
 * time-outs alone cannot promise that, because they start again with every byte. A call that takes long, or that nobody waits for any
 * more and that still does not end, is detached: it keeps its thread, and another thread takes its place, so that a server that never
 * ends a sentence cannot take all of them.
 */
@ConfluenceComponent
class BoundedExecutor implements AutoCloseable {

    static final int THREADS = 4;
    static final int WAITING = 64;
    static final int MAX_DETACHED = 4;

    private static final int PROBES = 1;

    private final int atOnce;
    private final ThreadPoolExecutor threads;
    private final Optional<BoundedExecutor> probes;
    private int detached;

    BoundedExecutor() {
        this(THREADS, "decision-gates-jira-", Optional.of(new BoundedExecutor(PROBES, "decision-gates-jira-probe-", Optional.empty())));
    }

    private BoundedExecutor(int atOnce, String name, Optional<BoundedExecutor> probes) {
        this.atOnce = atOnce;
        this.probes = probes;
        AtomicInteger started = new AtomicInteger();
        threads = new ThreadPoolExecutor(atOnce, atOnce, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
            Thread thread = new Thread(work, name + started.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** These threads, or one apart for calls that only find out whether a server answers, so that they wait behind no other. */
    BoundedExecutor lane(boolean ofProbes) {
        return ofProbes ? probes.orElse(this) : this;
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

    /**
     * Lets {@code task} go on where it holds up no other call: another thread takes its place until it ends.
     *
     * @return false when as many calls as may be are detached already
     */
    boolean detach(Future<?> task) {
        return task instanceof Task<?> ours && ours.detach();
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
        probes.ifPresent(BoundedExecutor::close);
    }

    private synchronized boolean detachThread() {
        if (detached == MAX_DETACHED) {
            return false;
        }
        detached++;
        threads.setMaximumPoolSize(atOnce + detached);
        threads.setCorePoolSize(atOnce + detached);
        return true;
    }

    private synchronized void reattachThread() {
        detached--;
        threads.setCorePoolSize(atOnce + detached);
        threads.setMaximumPoolSize(atOnce + detached);
    }

    private final class Task<T> extends FutureTask<T> {

        private final Consumer<Future<T>> then;
        private boolean running;
        private boolean isDetached;

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
            detach();
            if (cancel(true)) {
                threads.purge();
            }
        }

        private synchronized void begin() {
            running = true;
        }

        synchronized boolean detach() {
            isDetached = isDetached || running && detachThread();
            return isDetached || !running;
        }

        private synchronized void end() {
            running = false;
            if (isDetached) {
                isDetached = false;
                reattachThread();
            }
        }
    }
}
