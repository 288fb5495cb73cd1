package org.decisiongates.store.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.Risk;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.timeline.JournalledRows;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

/** Records in the product's database. */
@JiraComponent
public final class AoRecords extends JournalledRows<RecordRow, IssueRecord> implements Records {

    private static final int MAX_FOUND = 1_000;
    private static final int MAX_ISSUES = 400;

    private final ActiveObjects ao;

    public AoRecords(ActiveObjects ao) {
        super(ao, new Table<>(RecordRow.class, RecordRow.ISSUE_ID, RecordRow.SLOT, RecordRow.RECORD_VERSION, Change.Item.RECORD,
                "record"));
        this.ao = ao;
    }

    @Override
    public Set<Long> issuesWith(IssueRecord.Kind kind, Collection<String> states, int limit) {
        // an issue may have as many rows of a kind as there are places for, so that many rows are enough for so many issues
        String inState = states.isEmpty() ? "" : " AND " + SqlPlaceholders.in(RecordRow.RECORD_STATE, states);
        Query query = Query.select().where("RECORD_KIND = ?" + inState,
                SqlPlaceholders.values(List.of(kind.name()), states.toArray())).order("ISSUE_ID")
                .limit(SqlPlaceholders.limit(limit, MAX_FOUND) * MAX);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(RecordRow.class, query)).map(RecordRow::getIssueId).distinct()
                .limit(limit).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public Map<Long, List<Risk>> unmitigated(Collection<Long> issueIds) {
        List<Long> asked = issueIds.stream().distinct().limit(MAX_ISSUES).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        List<String> states = List.of(Risk.State.OPEN.name(), Risk.State.ACCEPTED.name());
        Query query = Query.select().where("RECORD_KIND = ? AND " + SqlPlaceholders.in(RecordRow.RECORD_STATE, states) + " AND "
                + SqlPlaceholders.in(RecordRow.ISSUE_ID, asked),
                Stream.of(List.of(IssueRecord.Kind.RISK.name()), states, asked).flatMap(List::stream).toArray()).order("ISSUE_ID, ID")
                .limit(MAX_FOUND);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(RecordRow.class, query)).collect(Collectors.groupingBy(
                RecordRow::getIssueId, LinkedHashMap::new, Collectors.mapping(row -> (Risk) RecordColumns.row(row), Collectors.toList()))));
    }

    @Override
    public RowChangeOutcome<IssueRecord> remove(ChangeContext context, RowRevision revision, IssueRecord.Kind kind) {
        return remove(context, revision, stored -> isOf(stored, kind));
    }

    private static boolean isOf(RecordRow stored, IssueRecord.Kind kind) {
        return stored.getRecordKind().equals(kind.name());
    }

    @Override
    protected String place(IssueRecord row) {
        return row.kind().name() + ":";
    }

    @Override
    protected boolean isOfKind(RecordRow stored, IssueRecord row) {
        return isOf(stored, row.kind());
    }

    @Override
    protected IssueRecord numbered(long id, IssueRecord row) {
        return row.withId(id);
    }

    @Override
    protected RowAtRevision<IssueRecord> stored(RecordRow row) {
        return new RowAtRevision<>(new RowRevision(row.getID(), row.getRecordVersion()), numbered(row.getID(), RecordColumns.row(row)));
    }

    @Override
    protected long id(RecordRow row) {
        return row.getID();
    }

    @Override
    protected long issueId(RecordRow row) {
        return row.getIssueId();
    }

    @Override
    protected String slot(RecordRow row) {
        return row.getSlot();
    }

    @Override
    protected String text(IssueRecord row) {
        return RecordParts.text(row);
    }

    @Override
    protected Map<String, Object> columns(IssueRecord row) {
        return RecordColumns.of(row);
    }

    @Override
    protected void put(RecordRow row, RowAtRevision<IssueRecord> changed) {
        RecordColumns.put(row, changed.row());
        row.setRecordVersion(changed.revision().version());
    }
}
