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
        try {
            return insert(ao, table, row, same);
        } catch (RuntimeException refused) {
            return insert(ao, table, row, same);
        }
    }

    private static <T extends RawEntity<Long>> boolean insert(ActiveObjects ao, Class<T> table, Map<String, Object> row, Query same) {
        try {
            ao.create(table, row);
            return true;
        } catch (RuntimeException e) {
            if (ao.count(table, same) > 0) {
                return false;
            }
            throw e;
        }
    }
}
