package org.decisiongates.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;

/** The records of issues, row by row. Every change of a row and its entry in the journal are stored together or not at all. */
public interface Records {

    /** How many rows of one kind an issue may have. */
    int MAX = 20;

    /** How many changes of rows are read of an issue. */
    int MAX_HISTORY = 200;

    /** The rows of an issue, all kinds, in the order they were added: one statement. */
    List<StoredRecord> ofIssue(long issueId);

    /** The rows of issues (at most 200), by issue id; issues without rows are left out. One statement. */
    Map<Long, List<StoredRecord>> ofIssues(Collection<Long> issueIds);

    /** The record of an issue as rules see it: one statement. */
    default IssueRecords recordsOf(long issueId) {
        return IssueRecords.of(ofIssue(issueId).stream().map(StoredRecord::row).toList());
    }

    /**
     * Issues that have a row of this kind in one of these states: one statement. Whoever asks may not see all of them, and some may be
     * gone.
     *
     * @param states names of states, none for whatever state, such as {@code OPEN} of a risk or {@code FAILURE} of an exception state
     * @param limit  how many at most, 1 to 1 000
     */
    Set<Long> issuesWith(IssueRecord.Kind kind, Collection<String> states, int limit);

    /**
     * What was done to the rows of an issue, newest first, at most {@value #MAX_HISTORY}: entries of {@link Change.Item#RECORD}. One
     * statement.
     */
    List<Change> history(long issueId);

    /** Adds a row, unless the issue has {@value #MAX} of its kind already. */
    Outcome add(ChangeContext context, IssueRecord row);

    /** Replaces the row with this id by {@code row}, which is of the same kind, unless it was changed since {@code version}. */
    Outcome change(ChangeContext context, Revision revision, IssueRecord row);

    /** Removes a row of this kind, unless it was changed since {@code version}. */
    Outcome remove(ChangeContext context, Revision revision, IssueRecord.Kind kind);

    /** A row that is stored. */
    record StoredRecord(Revision revision, IssueRecord row) {
    }

    /**
     * A row, and the version of it that the caller has seen.
     *
     * @param id      identifies the row for ever
     * @param version 1 for a new row, one more with every change
     */
    record Revision(long id, int version) {
    }

    /** The outcome of a change. */
    sealed interface Outcome {
    }

    /** It was stored; for a removed row, what it was. */
    record Applied(StoredRecord row) implements Outcome {
    }

    /** Nothing was stored: the row was changed meanwhile, and this is what it is now. */
    record Stale(StoredRecord current) implements Outcome {
    }

    /** Nothing was stored: the issue has no such row of this kind, or no longer. */
    record Gone() implements Outcome {
    }

    /** Nothing was stored: the issue has as many rows of this kind as it may have. */
    record Full() implements Outcome {
    }
}
