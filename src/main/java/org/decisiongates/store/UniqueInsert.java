package org.decisiongates.store;

import java.util.Map;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;
import net.java.ao.RawEntity;

/** Writes rows that have a unique name: of several that write the same one, the first wins and the others do nothing. */
public final class UniqueInsert {

    private UniqueInsert() {
    }

    /**
     * Inserts a row unless it is there: one statement, and a second one where inserting fails. Each database words a repeated name in its
     * own way; asking is the way that all of them understand (ADR-0011). Where it fails and no row is there, it is tried once more: of many
     * that write one name at once, a database may choose one as the victim of a deadlock before the winner has committed. Not for use in a
     * transaction, of which a victim loses all.
     *
     * @param same finds the row by its name
     * @return whether it was new
     */
    public static <T extends RawEntity<Long>> boolean into(ActiveObjects ao, Class<T> table, Map<String, Object> row, Query same) {
        return twice(ao, () -> ao.create(table, row), table, same);
    }

    /**
     * Does work that inserts such a row among others, in one transaction of its own, unless the row is there: all of the work or nothing.
     *
     * @param same finds the row by its name
     * @return whether it was new, and the work is done
     */
    public static <T extends RawEntity<Long>> boolean together(ActiveObjects ao, Runnable work, Class<T> table, Query same) {
        return twice(ao, () -> ao.executeInTransaction(() -> {
            work.run();
            return null;
        }), table, same);
    }

    private static <T extends RawEntity<Long>> boolean twice(ActiveObjects ao, Runnable insert, Class<T> table, Query same) {
        try {
            return once(ao, insert, table, same);
        } catch (RuntimeException refused) {
            return once(ao, insert, table, same);
        }
    }

    private static <T extends RawEntity<Long>> boolean once(ActiveObjects ao, Runnable insert, Class<T> table, Query same) {
        try {
            insert.run();
            return true;
        } catch (RuntimeException e) {
            if (ao.count(table, same) > 0) {
                return false;
            }
            throw e;
        }
    }
}
