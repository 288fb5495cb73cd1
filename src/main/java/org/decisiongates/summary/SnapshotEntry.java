package org.decisiongates.summary;

/** A row of a closed week, with the id of the issue that decides who may read it. */
public record SnapshotEntry<T>(long issueId, T row) {
}
