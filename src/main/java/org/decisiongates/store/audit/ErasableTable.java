package org.decisiongates.store.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;
import net.java.ao.RawEntity;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;

/**
 * A table whose rows may name people. The database finds the rows that may name one, page by page; whether they do, and what is left
 * without the person, its columns say.
 */
final class ErasableTable<R extends RawEntity<Long>> implements Erasable {

    private final ErasurePart part;
    private final Class<R> table;
    private final Function<R, Long> id;
    private final int page;
    private final List<Column<R>> columns = new ArrayList<>();
    private String read = "ID";
    private BiPredicate<R, Predicate<String>> isIntact = (row, onRecord) -> true;
    private BiConsumer<R, Erasure> mark = (row, erasure) -> {
    };

    /** @param page so many rows are read at a time, and changed in one transaction */
    ErasableTable(ErasurePart part, Class<R> table, Function<R, Long> id, int page) {
        this.part = part;
        this.table = table;
        this.id = id;
        this.page = page;
    }

    @Override
    public ErasurePart part() {
        return part;
    }

    /** Columns that are read only where somebody asks for them by name, in one statement with the rest. */
    ErasableTable<R> reading(String names) {
        read = names;
        return this;
    }

    /** A column that holds a user key and nothing else. */
    ErasableTable<R> key(String name, Function<R, String> read, BiConsumer<R, String> write) {
        columns.add(new Column<>(name, false, read, write, (row, person, key) -> person.withoutKey(key)));
        return this;
    }

    /** A column that holds text, somewhere in which a person may be named. */
    ErasableTable<R> text(String name, Function<R, String> read, BiConsumer<R, String> write, Without<R> without) {
        columns.add(new Column<>(name, true, read, write, without));
        return this;
    }

    /**
     * What else is done to a row out of which a person was taken.
     *
     * @param intact whether its seal held before; where not, the row is not marked, so that its seal goes on not to hold
     */
    ErasableTable<R> marked(BiPredicate<R, Predicate<String>> intact, BiConsumer<R, Erasure> marking) {
        isIntact = intact;
        mark = marking;
        return this;
    }

    @Override
    public Count count(ActiveObjects ao, ErasedPerson person) {
        long named = 0;
        long kept = 0;
        long after = 0;
        List<R> found;
        do {
            long start = after;
            found = ao.executeInTransaction(() -> find(ao, person, start));
            for (R row : found) {
                List<Column<R>> naming = naming(row, person);
                boolean isKept = naming.stream().anyMatch(column -> column.left(row, person) == null);
                kept += isKept ? 1 : 0;
                named += isKept || naming.isEmpty() ? 0 : 1;
            }
            after = last(found, after);
        } while (found.size() == page);
        return new Count(named, kept);
    }

    @Override
    public long erase(ActiveObjects ao, ErasedPerson person, Erasure erasure, Predicate<String> onRecord, long limit) {
        long left = limit;
        long after = 0;
        int seen = page;
        while (left > 0 && seen == page) {
            long most = left;
            long start = after;
            long[] done = ao.executeInTransaction(() -> {
                List<R> found = find(ao, person, start);
                long changed = 0;
                for (R row : found) {
                    changed += changed < most && changed(row, person, erasure, onRecord) ? 1 : 0;
                }
                return new long[] {found.size(), last(found, start), changed};
            });
            seen = (int) done[0];
            after = done[1];
            left -= done[2];
        }
        return limit - left;
    }

    private boolean changed(R row, ErasedPerson person, Erasure erasure, Predicate<String> onRecord) {
        List<Column<R>> naming = naming(row, person);
        if (naming.isEmpty() || naming.stream().anyMatch(column -> column.left(row, person) == null)) {
            return false;
        }
        boolean wasIntact = isIntact.test(row, onRecord);
        naming.forEach(column -> column.erase(row, person));
        if (wasIntact) {
            mark.accept(row, erasure);
        }
        row.save();
        return true;
    }

    private List<Column<R>> naming(R row, ErasedPerson person) {
        return columns.stream().filter(column -> column.names(row, person)).toList();
    }

    private List<R> find(ActiveObjects ao, ErasedPerson person, long after) {
        List<String> patterns = person.likePatterns();
        List<Object> values = new ArrayList<>(List.of(after));
        columns.forEach(column -> values.addAll(column.isText() ? patterns : List.of(person.key())));
        String names = columns.stream().map(column -> column.isText()
                ? String.join(" OR ", Collections.nCopies(patterns.size(), column.name() + " LIKE ?"))
                : column.name() + " = ?").collect(Collectors.joining(" OR "));
        Query query = Query.select(read).where("ID > ? AND (" + names + ")", values.toArray())
                .order("ID").limit(page);
        return List.of(ao.find(table, query));
    }

    private long last(List<R> rows, long otherwise) {
        return rows.isEmpty() ? otherwise : id.apply(rows.get(rows.size() - 1));
    }

    /**
     * What is left of a column without the person; the same text where the person is not named, null where nothing that could be read is
     * left.
     */
    interface Without<R> {
        String of(R row, ErasedPerson person, String text);
    }

    private record Column<R>(String name, boolean isText, Function<R, String> read, BiConsumer<R, String> write, Without<R> without) {

        boolean names(R row, ErasedPerson person) {
            String stored = read.apply(row);
            return stored != null && !stored.equals(left(row, person));
        }

        String left(R row, ErasedPerson person) {
            return without.of(row, person, read.apply(row));
        }

        void erase(R row, ErasedPerson person) {
            write.accept(row, left(row, person));
        }
    }
}
