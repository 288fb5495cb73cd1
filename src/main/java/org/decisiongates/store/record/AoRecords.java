package org.decisiongates.store.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.timeline.AoChanges;
import org.decisiongates.store.timeline.ChangeRow;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;

/**
 * Records in the product's database. A row and its entry in the journal are written in one transaction; what makes the entry unique, row
 * and version, also lets only one of two changes made at the same time through
 * (docs/decisions/0017-lock-a-line-by-its-journal-entry.md).
 */
@JiraComponent
public final class AoRecords implements Records {

    private static final int MAX_ISSUES = 200;
    private static final int MAX_FOUND = 1_000;
    private static final int MAX_CHANGES = 200;
    /** How often adding is tried when others add to the same issue at the same time. */
    private static final int MAX_TRIES = MAX;
    /** How often a change is tried when others change the same row at the same time. */
    private static final int MAX_ATTEMPTS = 4;
    private static final String NONE = "";

    private final ActiveObjects ao;

    public AoRecords(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<StoredRecord> ofIssue(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(RecordColumns::row).toList());
    }

    @Override
    public Map<Long, List<StoredRecord>> ofIssues(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select().where(SqlPlaceholders.in(RecordRow.ISSUE_ID, issueIds), issueIds.toArray()).order("ID");
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(RecordRow.class, query))
                .collect(Collectors.groupingBy(RecordRow::getIssueId, Collectors.mapping(RecordColumns::row, Collectors.toList()))));
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
    public List<Change> history(long issueId) {
        return AoChanges.newest(ao, issueId, Change.Item.RECORD, MAX_CHANGES);
    }

    @Override
    public Outcome add(ChangeContext context, IssueRecord row) {
        return add(context, row, MAX_TRIES);
    }

    private Outcome add(ChangeContext context, IssueRecord row, int tries) {
        Set<String> taken = slots(context.issueId());
        Optional<String> free = IntStream.rangeClosed(1, MAX).mapToObj(number -> context.issueId() + ":" + row.kind().name() + ":" + number)
                .filter(slot -> !taken.contains(slot)).findFirst();
        if (free.isEmpty()) {
            return new Full();
        }
        try {
            return ao.executeInTransaction(() -> insert(context, free.get(), row));
        } catch (RuntimeException e) {
            // each database reports a repeated key in its own way, so look whether the slot was taken meanwhile
            if (tries == 1 || !slots(context.issueId()).contains(free.get())) {
                throw e;
            }
            return add(context, row, tries - 1);
        }
    }

    @Override
    public Outcome change(ChangeContext context, Revision revision, IssueRecord row) {
        IssueRecord changed = row instanceof Criterion criterion ? criterion.withId(revision.id()) : row;
        return onCurrent(context, revision, row.kind(), (stored, current) -> {
            if (current.row().equals(changed)) {
                return new Applied(current);
            }
            StoredRecord next = new StoredRecord(new Revision(revision.id(), revision.version() + 1), changed);
            write(context, next.revision(), RecordParts.text(current.row()), RecordParts.text(changed));
            RecordColumns.put(stored, changed);
            stored.setRecordVersion(next.revision().version());
            stored.save();
            return new Applied(next);
        });
    }

    @Override
    public Outcome remove(ChangeContext context, Revision revision, IssueRecord.Kind kind) {
        return onCurrent(context, revision, kind, (stored, current) -> {
            write(context, new Revision(revision.id(), revision.version() + 1), RecordParts.text(current.row()), NONE);
            ao.delete(stored);
            return new Applied(current);
        });
    }

    private Outcome onCurrent(ChangeContext context, Revision revision, IssueRecord.Kind kind,
            BiFunction<RecordRow, StoredRecord, Outcome> work) {
        Supplier<Outcome> attempt = () -> ao.executeInTransaction(() -> {
            RecordRow stored = rows(context.issueId()).stream()
                    .filter(one -> one.getID() == revision.id() && one.getRecordKind().equals(kind.name())).findFirst().orElse(null);
            return stored == null ? new Gone() : onVersion(revision, stored, work);
        });
        return retried(attempt, context, revision, MAX_ATTEMPTS);
    }

    /**
     * Where another change of the same version was first, its entry in the journal is there, and ours cannot be: the next attempt finds the
     * row changed. A database that rolled ours back to end a deadlock has changed nothing.
     */
    private Outcome retried(Supplier<Outcome> attempt, ChangeContext context, Revision revision, int attempts) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            if (attempts == 1 && ofIssue(context.issueId()).stream().anyMatch(stored -> stored.revision().equals(revision))) {
                throw e;
            }
            return retried(attempt, context, revision, Math.max(1, attempts - 1));
        }
    }

    private static Outcome onVersion(Revision revision, RecordRow stored, BiFunction<RecordRow, StoredRecord, Outcome> work) {
        StoredRecord current = RecordColumns.row(stored);
        return current.revision().equals(revision) ? work.apply(stored, current) : new Stale(current);
    }

    private Outcome insert(ChangeContext context, String slot, IssueRecord row) {
        Map<String, Object> columns = RecordColumns.of(row);
        columns.put(RecordRow.ISSUE_ID, context.issueId());
        columns.put(RecordRow.SLOT, slot);
        columns.put(RecordRow.RECORD_VERSION, 1);
        Revision revision = new Revision(ao.create(RecordRow.class, columns).getID(), 1);
        write(context, revision, NONE, RecordParts.text(row));
        return new Applied(new StoredRecord(revision, row instanceof Criterion criterion ? criterion.withId(revision.id()) : row));
    }

    private void write(ChangeContext context, Revision revision, String from, String to) {
        ao.create(ChangeRow.class, AoChanges.row(context.entry("record-" + revision.id() + "-" + revision.version(), Change.Item.RECORD,
                String.valueOf(revision.id()), from, to)));
    }

    private Set<String> slots(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(RecordRow::getSlot).collect(Collectors.toSet()));
    }

    private List<RecordRow> rows(long issueId) {
        return List.of(ao.find(RecordRow.class, Query.select().where("ISSUE_ID = ?", issueId).order("ID")));
    }
}
