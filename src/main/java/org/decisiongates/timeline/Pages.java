package org.decisiongates.timeline;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

import org.decisiongates.timeline.Page.Position;

/**
 * All rows of a record, a page at a time. The next page is requested before the rows of one are handed over, so no more than two are held.
 * When the consumer of the rows fails, the page that is being read is read to its end and thrown away.
 */
public final class Pages<T> implements Iterator<T> {

    private final Function<Position, Page<T>> source;
    private final Function<Callable<Page<T>>, Future<Page<T>>> reader;
    private Future<Page<T>> ahead;
    private Page<T> page = new Page<>(List.of(), Optional.of(Position.START));
    private Iterator<T> rows = Collections.emptyIterator();

    /** Begins to read, each page on the thread of the caller. */
    public Pages(Function<Position, Page<T>> source) {
        this(source, Pages::readHere);
    }

    /**
     * Begins to read.
     *
     * @param source reads the page that follows a position
     * @param reader has a page read, on a thread of its own
     */
    public Pages(Function<Position, Page<T>> source, Function<Callable<Page<T>>, Future<Page<T>>> reader) {
        this.source = source;
        this.reader = reader;
        this.ahead = read(Position.START);
    }

    /** Waits for the next page where one is over; what reading throws is thrown here. */
    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && page.next().isPresent()) {
            page = awaitPage();
            page.next().ifPresent(next -> ahead = read(next));
            rows = page.rows().iterator();
        }
        return rows.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the record has no more rows");
        }
        return rows.next();
    }

    private Future<Page<T>> read(Position after) {
        return reader.apply(() -> source.apply(after));
    }

    private Page<T> awaitPage() {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the journal was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a page of the journal cannot be read", e.getCause());
        }
    }

    private static <P> Future<P> readHere(Callable<P> page) {
        FutureTask<P> task = new FutureTask<>(page);
        task.run();
        return task;
    }
}
