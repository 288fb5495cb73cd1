package org.decisiongates.store.timeline;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;
import net.java.ao.RawEntity;

import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.EditableIssueRows;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

/**
 * Rows that people add to issues, change and remove. A row and its entry in the journal are written in one transaction; what makes the
 * entry unique, row and version, also lets only one of two changes made at the same time through
 * (docs/decisions/0017-lock-a-line-by-its-journal-entry.md). A row stands in a named place, of which an issue has so many.
 *
 * @param <R> the row
 * @param <T> what it says, as the domain knows it
 */
public abstract class JournalledRows<R extends RawEntity<Long>, T> implements EditableIssueRows<T> {

    private static final int MAX_ISSUES = 200;
    /** How often a change is tried when others change the same row at the same time. */
    private static final int MAX_ATTEMPTS = 4;
    private static final String NONE = "";

    private final ActiveObjects ao;
    private final Table<R> table;

    /**
     * How the rows are stored.
     *
     * @param type    the entity
     * @param issueId the column of the issue
     * @param slot    the column of the place
     * @param version the column of the version
     * @param item    what the entries of the journal are about
     * @param prefix  begins the names of the entries
     */
    protected record Table<R>(Class<R> type, String issueId, String slot, String version, Change.Item item, String prefix) {
        // else only this package could make one
        public Table {
        }
    }

    protected JournalledRows(ActiveObjects ao, Table<R> table) {
        this.ao = ao;
        this.table = table;
    }

    /** The row as the domain knows it. */
    protected abstract RowAtRevision<T> stored(R row);

    protected abstract long id(R row);

    protected abstract long issueId(R row);

    protected abstract String slot(R row);

    /** What the journal says of it. */
    protected abstract String text(T row);

    /** What a new row holds, but for its issue, its place and its version. */
    protected abstract Map<String, Object> columns(T row);

    /** Puts all that may change into the row, the version included. */
    protected abstract void put(R row, RowAtRevision<T> changed);

    /** Begins the names of the places that rows like this one may stand in; empty text where all rows are of one kind. */
    protected String place(T row) {
        return "";
    }

    /** Whether a stored row is of the kind of {@code row}. */
    protected boolean isOfKind(R stored, T row) {
        return true;
    }

    /** The row once it has a number. */
    protected T numbered(long id, T row) {
        return row;
    }

    @Override
    public List<RowAtRevision<T>> ofIssue(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(this::stored).toList());
    }

    @Override
    public Map<Long, List<RowAtRevision<T>>> ofIssues(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        return byIssue(Query.select().where(SqlPlaceholders.in(table.issueId(), issueIds), issueIds.toArray()).order("ID"));
    }

    /** The rows that were added last, at most {@code most}, by issue id: one statement. */
    public Map<Long, List<RowAtRevision<T>>> newest(int most) {
        return byIssue(Query.select().order("ID DESC").limit(most));
    }

    private Map<Long, List<RowAtRevision<T>>> byIssue(Query query) {
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(table.type(), query)).collect(
                Collectors.groupingBy(this::issueId, Collectors.mapping(this::stored, Collectors.toList()))));
    }

    @Override
    public List<Change> history(long issueId) {
        return AoChanges.newest(ao, issueId, table.item(), MAX_HISTORY);
    }

    @Override
    public RowChangeOutcome<T> add(ChangeContext context, T row) {
        return add(context, row, MAX);
    }

    /** In the first place that is free; tried as often as there are places when others add at the same time. */
    private RowChangeOutcome<T> add(ChangeContext context, T row, int tries) {
        Set<String> taken = slots(context.issueId());
        Optional<String> free = IntStream.rangeClosed(1, MAX).mapToObj(number -> context.issueId() + ":" + place(row) + number)
                .filter(place -> !taken.contains(place)).findFirst();
        if (free.isEmpty()) {
            return new RowChangeOutcome.Full<>();
        }
        Map<String, Object> columns = new HashMap<>(columns(row));
        columns.put(table.issueId(), context.issueId());
        columns.put(table.slot(), free.get());
        columns.put(table.version(), 1);
        try {
            return ao.executeInTransaction(() -> {
                long id = id(ao.create(table.type(), columns));
                T added = numbered(id, row);
                write(context, new RowRevision(id, 1), NONE, text(added));
                return new RowChangeOutcome.Applied<>(new RowAtRevision<>(new RowRevision(id, 1), added));
            });
        } catch (RuntimeException e) {
            // each database reports a repeated key in its own way, so look whether the place was taken meanwhile
            if (tries == 1 || !slots(context.issueId()).contains(free.get())) {
                throw e;
            }
            return add(context, row, tries - 1);
        }
    }

    @Override
    public RowChangeOutcome<T> change(ChangeContext context, RowRevision revision, T row) {
        RowAtRevision<T> next = new RowAtRevision<>(revision.next(), numbered(revision.id(), row));
        return onCurrent(context, revision, stored -> isOfKind(stored, row), (stored, current) -> {
            if (current.row().equals(next.row())) {
                return new RowChangeOutcome.Applied<>(current);
            }
            write(context, next.revision(), text(current.row()), text(next.row()));
            put(stored, next);
            stored.save();
            return new RowChangeOutcome.Applied<>(next);
        });
    }

    /**
     * Removes the row, if it is what it was at this revision.
     *
     * @param expected which rows may be meant
     */
    protected RowChangeOutcome<T> remove(ChangeContext context, RowRevision revision, Predicate<R> expected) {
        return onCurrent(context, revision, expected, (stored, current) -> {
            write(context, revision.next(), text(current.row()), NONE);
            ao.delete(stored);
            return new RowChangeOutcome.Applied<>(current);
        });
    }

    private RowChangeOutcome<T> onCurrent(ChangeContext context, RowRevision revision, Predicate<R> expected,
            BiFunction<R, RowAtRevision<T>, RowChangeOutcome<T>> work) {
        return retried(() -> ao.executeInTransaction(() -> {
            Optional<R> row = rows(context.issueId()).stream()
                    .filter(one -> id(one) == revision.id() && expected.test(one)).findFirst();
            if (row.isEmpty()) {
                return new RowChangeOutcome.Gone<>();
            }
            RowAtRevision<T> current = stored(row.get());
            return current.revision().equals(revision) ? work.apply(row.get(), current) : new RowChangeOutcome.Stale<>(current);
        }), () -> ofIssue(context.issueId()).stream().anyMatch(stored -> stored.revision().equals(revision)), MAX_ATTEMPTS);
    }

    /**
     * Where another change of the same version was first, its entry in the journal is there, and ours cannot be: the next attempt finds the
     * row changed. A database that rolled ours back to end a deadlock has changed nothing.
     */
    private RowChangeOutcome<T> retried(Supplier<RowChangeOutcome<T>> attempt, Supplier<Boolean> isUnchanged, int attempts) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            if (attempts == 1 && isUnchanged.get()) {
                throw e;
            }
            return retried(attempt, isUnchanged, Math.max(1, attempts - 1));
        }
    }

    private void write(ChangeContext context, RowRevision revision, String from, String to) {
        ao.create(ChangeRow.class, AoChanges.row(context.entry(table.prefix() + "-" + revision.id() + "-" + revision.version(),
                table.item(), String.valueOf(revision.id()), from, to)));
    }

    private Set<String> slots(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(this::slot).collect(Collectors.toSet()));
    }

    private List<R> rows(long issueId) {
        return List.of(ao.find(table.type(), Query.select().where("ISSUE_ID = ?", issueId).order("ID")));
    }
}
