package org.decisiongates.summary;

/** A row of a frozen week, with the issue that decides who may read it. */
public record RowOfIssue<T>(long issueId, T row) {
}
