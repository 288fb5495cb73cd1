package org.decisiongates.timeline;

/**
 * The outcome of a change of a row.
 *
 * @param <T> what a row says
 */
public sealed interface RowChangeOutcome<T> {

    /** It was stored; for a removed row, what it was. */
    record Applied<T>(RowAtRevision<T> row) implements RowChangeOutcome<T> {
    }

    /** Nothing was stored: the row was changed meanwhile, and this is what it is now. */
    record Stale<T>(RowAtRevision<T> current) implements RowChangeOutcome<T> {
    }

    /** Nothing was stored: the issue has no such row of this kind, or no longer. */
    record Gone<T>() implements RowChangeOutcome<T> {
    }

    /** Nothing was stored: the issue has as many rows of this kind as it may have. */
    record Full<T>() implements RowChangeOutcome<T> {
    }
}
