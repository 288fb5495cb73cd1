package org.decisiongates.jira.metric;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/**
 * The threads on which replays read ahead. When all are taken, a replay reads for itself; once closed, no more pages are read, and a
 * request for one throws a {@link CancellationException}. Nothing is interrupted: in the middle of a statement that can close the file of
 * an embedded database for the whole of Jira.
 */
@JiraComponent
class PrefetchExecutor implements AutoCloseable {

    /** The replay that readers wait for, and that of a week which is closed meanwhile. */
    private static final int MAX_THREADS = 2;

    private final Semaphore free = new Semaphore(MAX_THREADS);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
            work -> {
                Thread reader = new Thread(work, "decision-gates-replay-reader");
                reader.setDaemon(true);
                return reader;
            });

    /** The result of {@code reading}, which starts at once. */
    <T> Future<T> read(Callable<T> reading) {
        if (threads.isShutdown()) {
            throw new CancellationException("the app is being stopped");
        }
        if (free.tryAcquire()) {
            return ahead(reading);
        }
        FutureTask<T> here = new FutureTask<>(reading);
        here.run();
        return here;
    }

    private <T> Future<T> ahead(Callable<T> reading) {
        // released before the result is there, or the request for the next page would find none free
        Callable<T> lent = () -> {
            try {
                return reading.call();
            } finally {
                free.release();
            }
        };
        try {
            return threads.submit(lent);
        } catch (RejectedExecutionException e) {
            free.release();
            throw new CancellationException("the app is being stopped");
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
