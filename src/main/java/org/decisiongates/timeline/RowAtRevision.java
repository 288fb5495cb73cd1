package org.decisiongates.timeline;

/**
 * A row that is stored.
 *
 * @param <T> what a row says
 */
public record RowAtRevision<T>(RowRevision revision, T row) {
}
