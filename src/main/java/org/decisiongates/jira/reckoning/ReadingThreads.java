package org.decisiongates.jira.reckoning;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/**
 * The threads on which folds read ahead. When all are taken, whoever folds reads for itself; once closed, no more pages are read, and who
 * wants one is told by a {@link CancellationException}. Nothing is interrupted: in the middle of a statement that can close the file of an
 * embedded database for the whole of Jira.
 */
@JiraComponent
class ReadingThreads implements Executor, AutoCloseable {

    /** The fold that readers wait for, and that of a week which is closed meanwhile. */
    private static final int MOST = 2;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
        Thread reader = new Thread(work, "decision-gates-fold-reader");
        reader.setDaemon(true);
        return reader;
    }, ReadingThreads::refused);

    @Override
    public void execute(Runnable reading) {
        threads.execute(reading);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static void refused(Runnable reading, ThreadPoolExecutor threads) {
        if (threads.isShutdown()) {
            throw new CancellationException("the app is being stopped");
        }
        reading.run();
    }
}
