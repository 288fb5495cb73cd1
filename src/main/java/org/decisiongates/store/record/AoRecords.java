package org.decisiongates.store.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.record.Records.Outcome;
import org.decisiongates.record.Records.StoredRecord;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.timeline.JournalledRows;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;

/** Records in the product's database. */
@JiraComponent
public final class AoRecords extends JournalledRows<RecordRow, StoredRecord, Outcome> implements Records {

    private static final int MAX_FOUND = 1_000;

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
    public Outcome add(ChangeContext context, IssueRecord row) {
        List<String> places = IntStream.rangeClosed(1, MAX)
                .mapToObj(number -> context.issueId() + ":" + row.kind().name() + ":" + number).toList();
        return add(context, places, RecordColumns.of(row), id -> numbered(new Revision(id, 1), row));
    }

    @Override
    public Outcome change(ChangeContext context, Revision revision, IssueRecord row) {
        return change(context, revision.id(), revision.version(), stored -> isOf(stored, row.kind()),
                numbered(new Revision(revision.id(), revision.version() + 1), row));
    }

    @Override
    public Outcome remove(ChangeContext context, Revision revision, IssueRecord.Kind kind) {
        return remove(context, revision.id(), revision.version(), stored -> isOf(stored, kind));
    }

    private static boolean isOf(RecordRow stored, IssueRecord.Kind kind) {
        return stored.getRecordKind().equals(kind.name());
    }

    /** A criterion knows its number, because evidence refers to it. */
    private static StoredRecord numbered(Revision revision, IssueRecord row) {
        return new StoredRecord(revision, row instanceof Criterion criterion ? criterion.withId(revision.id()) : row);
    }

    @Override
    protected StoredRecord stored(RecordRow row) {
        return RecordColumns.row(row);
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
    protected boolean isRevision(StoredRecord stored, long id, int version) {
        return stored.revision().equals(new Revision(id, version));
    }

    @Override
    protected boolean isSame(StoredRecord one, StoredRecord other) {
        return one.row().equals(other.row());
    }

    @Override
    protected String text(StoredRecord stored) {
        return RecordParts.text(stored.row());
    }

    @Override
    protected void put(RecordRow row, StoredRecord changed) {
        RecordColumns.put(row, changed.row());
        row.setRecordVersion(changed.revision().version());
    }

    @Override
    protected Outcome applied(StoredRecord stored) {
        return new Applied(stored);
    }

    @Override
    protected Outcome stale(StoredRecord current) {
        return new Stale(current);
    }

    @Override
    protected Outcome gone() {
        return new Gone();
    }

    @Override
    protected Outcome full() {
        return new Full();
    }
}
