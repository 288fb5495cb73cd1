package org.decisiongates.jira.metric;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;

/**
 * The journal of some projects, a page at a time; while one page is worked through, the next is read by another thread. No more than two
 * pages are held. When working fails, the page that is being read is read to its end and thrown away.
 */
final class ChangePages {

    static final int PAGE = 5_000;

    private final Changes changes;
    private final Collection<Long> projects;
    private final PrefetchExecutor reader;
    private Future<List<Changes.Entry>> ahead;

    /** Begins to read. */
    ChangePages(Changes changes, Collection<Long> projects, PrefetchExecutor reader) {
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

    private Future<List<Changes.Entry>> reading(Changes.Position after) {
        return reader.read(() -> changes.ofProjects(projects, after, PAGE));
    }

    private List<Changes.Entry> read() {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the replay was stopped", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the changes of projects " + projects + " cannot be read", e.getCause());
        }
    }
}
