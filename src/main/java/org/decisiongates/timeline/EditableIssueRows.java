package org.decisiongates.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Rows that people add to issues, change and remove. Every change of a row and its entry in the journal are stored together or not at all.
 *
 * @param <T> what a row says
 */
public interface EditableIssueRows<T> {

    /** How many rows of one kind an issue may have. */
    int MAX = 20;

    /** How many changes of rows are read of an issue. */
    int MAX_HISTORY = 200;

    /** The rows of an issue in the order they were added: one statement. */
    List<RowAtRevision<T>> ofIssue(long issueId);

    /** The rows of issues (at most 200), by issue id; issues without rows are left out. One statement. */
    Map<Long, List<RowAtRevision<T>>> ofIssues(Collection<Long> issueIds);

    /** What was done to the rows of an issue, newest first, at most {@value #MAX_HISTORY}. One statement. */
    List<Change> history(long issueId);

    /** Adds a row, unless the issue has {@value #MAX} of its kind already. */
    RowChangeOutcome<T> add(ChangeContext context, T row);

    /** Replaces a row by {@code row}, which is of the same kind, unless it was changed since this revision. */
    RowChangeOutcome<T> change(ChangeContext context, RowRevision revision, T row);
}
