package org.decisiongates.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.record.RecordParts;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.RowAtRevision;

/**
 * The record of an issue as it was at earlier instants.
 *
 * @param now     its rows
 * @param history what was done to them, newest first
 * @param whole   whether the history goes back to the first row
 */
public record RecordsInTime(List<RowAtRevision<IssueRecord>> now, List<Change> history, boolean whole) {

    public RecordsInTime {
        now = List.copyOf(now);
        history = List.copyOf(history);
    }

    /** The rows of that instant; throws {@link UnknownValueException} where the history does not go back so far. */
    IssueRecords at(Instant instant) {
        Map<Long, IssueRecord> rows = new TreeMap<>();
        now.forEach(stored -> rows.put(stored.revision().id(), stored.row()));
        for (Change change : history) {
            if (!change.at().isAfter(instant)) {
                return IssueRecords.of(rows.values());
            }
            undo(change, rows);
        }
        if (!whole) {
            throw new UnknownValueException("the history of the record does not go back to " + instant);
        }
        return IssueRecords.of(rows.values());
    }

    private static void undo(Change change, Map<Long, IssueRecord> rows) {
        try {
            long id = Long.parseLong(change.subject());
            if (change.from().isEmpty()) {
                rows.remove(id);
                return;
            }
            rows.put(id, RecordParts.read(change.from()).withId(id));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnknownValueException("this version of the app cannot read how a row of the record was: " + e.getMessage());
        }
    }
}
