package org.decisiongates.confluence.link;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls to another server on a few threads of their own, each with a budget: whoever asked stops waiting when it is spent, whatever
 * the other server does. Socket time-outs alone cannot promise that, because they start again with every byte.
 */
@ConfluenceComponent
final class BoundedCalls implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int WAITING = 16;
    private static final Duration BUDGET = Duration.ofSeconds(2);

    private final Duration budget;
    private final ThreadPoolExecutor threads;

    BoundedCalls() {
        this(BUDGET, WAITING);
    }

    BoundedCalls(Duration budget, int waiting) {
        this.budget = budget;
        AtomicInteger started = new AtomicInteger();
        threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), work -> {
            Thread thread = new Thread(work, "decision-gates-jira-" + started.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** How long a call may take, waiting for a thread included. */
    Duration budget() {
        return budget;
    }

    /** How many calls wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    /**
     * The outcome of {@code work}.
     *
     * @throws TimeoutException   the budget is spent
     * @throws ExecutionException the work failed; the cause says how
     * @throws java.util.concurrent.RejectedExecutionException too many are waiting already, or the app is stopping
     */
    <T> T call(Work<T> work) throws TimeoutException, ExecutionException, InterruptedException {
        Deadline deadline = new Deadline(System.nanoTime() + budget.toNanos());
        Future<T> outcome = threads.submit(() -> work.run(deadline));
        try {
            return outcome.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (outcome.cancel(true)) {
                threads.purge();
            }
        }
    }

    /** Ends the threads; Spring calls it when the app stops. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Something that takes time and looks at the clock while it does. */
    interface Work<T> {

        T run(Deadline deadline) throws Exception;
    }

    /** The end of a budget, on the clock of {@link System#nanoTime()}. */
    record Deadline(long nanos) {

        boolean passed() {
            return System.nanoTime() - nanos >= 0;
        }
    }
}
