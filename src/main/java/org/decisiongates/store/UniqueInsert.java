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
     * own way; asking is the way that all of them understand (ADR-0011).
     *
     * @param same finds the row by its name
     * @return whether it was new
     */
    public static <T extends RawEntity<Long>> boolean into(ActiveObjects ao, Class<T> table, Map<String, Object> row, Query same) {
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
