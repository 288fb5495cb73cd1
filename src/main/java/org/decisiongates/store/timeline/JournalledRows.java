package org.decisiongates.store.timeline;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;
import net.java.ao.RawEntity;

import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;

/**
 * Rows that people add to issues, change and remove. A row and its entry in the journal are written in one transaction; what makes the
 * entry unique, row and version, also lets only one of two changes made at the same time through
 * (docs/decisions/0017-lock-a-line-by-its-journal-entry.md). A row stands in a named place, of which an issue has so many.
 *
 * @param <R> the row
 * @param <S> the row as the domain knows it, with its number and version
 * @param <O> the outcome of a change
 */
public abstract class JournalledRows<R extends RawEntity<Long>, S, O> {

    private static final int MAX_ISSUES = 200;
    private static final int MAX_CHANGES = 200;
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
    protected abstract S stored(R row);

    protected abstract long id(R row);

    protected abstract long issueId(R row);

    protected abstract String slot(R row);

    protected abstract boolean isRevision(S stored, long id, int version);

    protected abstract boolean isSame(S one, S other);

    /** What the journal says of it. */
    protected abstract String text(S stored);

    /** Puts all that may change into the row, the version included. */
    protected abstract void put(R row, S changed);

    protected abstract O applied(S stored);

    protected abstract O stale(S current);

    protected abstract O gone();

    protected abstract O full();

    public List<S> ofIssue(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(this::stored).toList());
    }

    public Map<Long, List<S>> ofIssues(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select().where(SqlPlaceholders.in(table.issueId(), issueIds), issueIds.toArray()).order("ID");
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(table.type(), query)).collect(
                Collectors.groupingBy(this::issueId, Collectors.mapping(this::stored, Collectors.toList()))));
    }

    public List<Change> history(long issueId) {
        return AoChanges.newest(ao, issueId, table.item(), MAX_CHANGES);
    }

    /**
     * Adds a row in the first place that is free.
     *
     * @param places  names of the places it may stand in; adding is tried as often as there are places when others add at the same time
     * @param columns what it holds
     * @param made    the row as the domain knows it, by its number
     */
    protected O add(ChangeContext context, List<String> places, Map<String, Object> columns, LongFunction<S> made) {
        return add(context, places, columns, made, places.size());
    }

    private O add(ChangeContext context, List<String> places, Map<String, Object> columns, LongFunction<S> made, int tries) {
        Set<String> taken = slots(context.issueId());
        Optional<String> free = places.stream().filter(place -> !taken.contains(place)).findFirst();
        if (free.isEmpty()) {
            return full();
        }
        Map<String, Object> row = new HashMap<>(columns);
        row.put(table.issueId(), context.issueId());
        row.put(table.slot(), free.get());
        row.put(table.version(), 1);
        try {
            return ao.executeInTransaction(() -> {
                long id = id(ao.create(table.type(), row));
                S added = made.apply(id);
                write(context, id, 1, NONE, text(added));
                return applied(added);
            });
        } catch (RuntimeException e) {
            // each database reports a repeated key in its own way, so look whether the place was taken meanwhile
            if (tries == 1 || !slots(context.issueId()).contains(free.get())) {
                throw e;
            }
            return add(context, places, columns, made, tries - 1);
        }
    }

    /**
     * Puts {@code next} in place of the row, if that is what it was in {@code version}.
     *
     * @param expected which rows may be meant
     */
    protected O change(ChangeContext context, long id, int version, Predicate<R> expected, S next) {
        return onCurrent(context, id, version, expected, (row, current) -> {
            if (isSame(current, next)) {
                return applied(current);
            }
            write(context, id, version + 1, text(current), text(next));
            put(row, next);
            row.save();
            return applied(next);
        });
    }

    /** Removes the row, if it is what it was in {@code version}. */
    protected O remove(ChangeContext context, long id, int version, Predicate<R> expected) {
        return onCurrent(context, id, version, expected, (row, current) -> {
            write(context, id, version + 1, text(current), NONE);
            ao.delete(row);
            return applied(current);
        });
    }

    private O onCurrent(ChangeContext context, long id, int version, Predicate<R> expected, BiFunction<R, S, O> work) {
        return retried(() -> ao.executeInTransaction(() -> {
            Optional<R> row = rows(context.issueId()).stream().filter(one -> id(one) == id && expected.test(one)).findFirst();
            if (row.isEmpty()) {
                return gone();
            }
            S current = stored(row.get());
            return isRevision(current, id, version) ? work.apply(row.get(), current) : stale(current);
        }), () -> ofIssue(context.issueId()).stream().anyMatch(stored -> isRevision(stored, id, version)), MAX_ATTEMPTS);
    }

    /**
     * Where another change of the same version was first, its entry in the journal is there, and ours cannot be: the next attempt finds the
     * row changed. A database that rolled ours back to end a deadlock has changed nothing.
     */
    private O retried(Supplier<O> attempt, Supplier<Boolean> isUnchanged, int attempts) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            if (attempts == 1 && isUnchanged.get()) {
                throw e;
            }
            return retried(attempt, isUnchanged, Math.max(1, attempts - 1));
        }
    }

    private void write(ChangeContext context, long id, int version, String from, String to) {
        ao.create(ChangeRow.class, AoChanges.row(
                context.entry(table.prefix() + "-" + id + "-" + version, table.item(), String.valueOf(id), from, to)));
    }

    private Set<String> slots(long issueId) {
        return ao.executeInTransaction(() -> rows(issueId).stream().map(this::slot).collect(Collectors.toSet()));
    }

    private List<R> rows(long issueId) {
        return List.of(ao.find(table.type(), Query.select().where("ISSUE_ID = ?", issueId).order("ID")));
    }
}
