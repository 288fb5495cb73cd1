package org.decisiongates.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The parts of a condition that depend on how many values there are. */
public final class SqlPlaceholders {

    /** Oracle takes no longer list. */
    private static final int MAX_VALUES = 1000;

    private SqlPlaceholders() {
    }

    /** {@code COLUMN IN (?, ?)}, its column bare: Active Objects quotes it in the way of each database (ADR-0025). */
    public static String in(String column, Collection<?> values) {
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            throw new IllegalArgumentException(values.size() + " values are not between 1 and " + MAX_VALUES);
        }
        return column + " IN (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    public static Object[] values(Collection<?> first, Object... others) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(others));
        return all.toArray();
    }

    public static int limit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("limit " + limit + " is not between 1 and " + most);
        }
        return limit;
    }
}
