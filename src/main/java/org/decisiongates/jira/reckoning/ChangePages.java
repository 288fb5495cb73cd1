package org.decisiongates.jira.reckoning;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

import org.decisiongates.journal.Change;
import org.decisiongates.journal.Changes;

/**
 * The journal of some projects, a page at a time; while one page is worked through, the next is read by another thread. No more than two
 * pages are held. Closing waits for nothing: a page that is being read is read to its end and thrown away.
 */
final class ChangePages implements AutoCloseable {

    static final int PAGE = 5_000;

    private final Changes changes;
    private final Collection<Long> projects;
    private final Executor reader;
    private FutureTask<List<Changes.Entry>> ahead;

    /** Begins to read. */
    ChangePages(Changes changes, Collection<Long> projects, Executor reader) {
        this.changes = changes;
        this.projects = projects;
        this.reader = reader;
        this.ahead = reading(Changes.Position.START);
    }

    /** Hands every change to {@code taking}, in the order of (issue, time, sequence); what reading throws is thrown here. */
    void forEach(Consumer<Change> taking) {
        List<Changes.Entry> page;
        do {
            page = read();
            if (page.size() == PAGE) {
                ahead = reading(page.get(PAGE - 1).position());
            }
            page.forEach(entry -> taking.accept(entry.change()));
        } while (page.size() == PAGE);
    }

    @Override
    public void close() {
        ahead.cancel(false);
    }

    private FutureTask<List<Changes.Entry>> reading(Changes.Position after) {
        FutureTask<List<Changes.Entry>> task = new FutureTask<>(() -> changes.ofProjects(projects, after, PAGE));
        reader.execute(task);
        return task;
    }

    private List<Changes.Entry> read() {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the fold was stopped", e);
        } catch (CancellationException e) {
            throw new IllegalStateException("the fold was closed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the changes of projects " + projects + " cannot be read", e.getCause());
        }
    }
}
