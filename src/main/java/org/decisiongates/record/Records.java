package org.decisiongates.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.Risk;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.EditableIssueRows;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

/** The records of issues, row by row and of all kinds. Their history are entries of {@link Change.Item#RECORD}. */
public interface Records extends EditableIssueRows<IssueRecord> {

    /** The record of an issue as rules see it: one statement. */
    default IssueRecords recordsOf(long issueId) {
        return IssueRecords.of(ofIssue(issueId).stream().map(RowAtRevision::row).toList());
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
     * The risks of issues that were not mitigated, by issue id, at most 1 000 of them: one statement.
     *
     * @param issueIds at most 400
     */
    Map<Long, List<Risk>> unmitigated(Collection<Long> issueIds);

    /** Removes a row of this kind, unless it was changed since this revision. */
    RowChangeOutcome<IssueRecord> remove(ChangeContext context, RowRevision revision, IssueRecord.Kind kind);
}
