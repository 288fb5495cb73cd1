package org.decisiongates.summary;

import java.util.List;

/**
 * Rows of one kind as a reader may see them.
 *
 * @param rows  at most {@link #MAX_ROWS}
 * @param total exact over what the reader may see, however many rows travel
 */
public record Section<T>(List<T> rows, long total) {

    public static final int MAX_ROWS = 200;

    public Section {
        rows = List.copyOf(rows);
    }

    public static <T> Section<T> of(List<T> all) {
        return new Section<>(all.size() > MAX_ROWS ? all.subList(0, MAX_ROWS) : all, all.size());
    }
}
