package org.decisiongates.timeline;

/**
 * A row, and the version of it that the caller has seen.
 *
 * @param id      identifies the row for ever
 * @param version 1 for a new row, one more with every change
 */
public record RowRevision(long id, int version) {

    /** Whether the row is as it was added. */
    public boolean isFirst() {
        return version == 1;
    }

    /** The same row after one more change. */
    public RowRevision next() {
        return new RowRevision(id, version + 1);
    }
}
