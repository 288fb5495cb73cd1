package org.decisiongates.store.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.decisiongates.timeline.Page;

/** The order in which a table is read a page at a time, by the values of the last row rather than an offset. */
final class RowOrder<R> {

    private final List<String> columns;
    private final Function<R, List<Long>> values;
    private final String direction;
    private final String behind;
    private final Long start;

    /**
     * Ascending.
     *
     * @param columns numbers that are never null; the last one is the row's own number
     * @param values  of a row, in these columns
     */
    RowOrder(List<String> columns, Function<R, List<Long>> values) {
        this(columns, values, "", ">", Long.MIN_VALUE);
    }

    private RowOrder(List<String> columns, Function<R, List<Long>> values, String direction, String behind, Long start) {
        this.columns = List.copyOf(columns);
        this.values = values;
        this.direction = direction;
        this.behind = behind;
        this.start = start;
    }

    /** The same columns, the highest numbers first. */
    RowOrder<R> reversed() {
        return new RowOrder<>(columns, values, " DESC", "<", Long.MAX_VALUE);
    }

    String columns() {
        return columns.stream().map(column -> column + direction).collect(Collectors.joining(", "));
    }

    /** A condition that holds for the rows behind a position; every column but the last one is named twice, for indexes to serve it. */
    String follows() {
        return follows(columns);
    }

    /** What the condition takes: at the start, what every number lies behind. */
    Object[] values(Page.Position after) {
        List<Object> placed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Long value = after.values().isEmpty() ? start : after.values().get(i);
            placed.add(value);
            if (i < columns.size() - 1) {
                placed.add(value);
            }
        }
        return placed.toArray();
    }

    /** The page that was found; fewer rows than were asked for are the last ones. */
    <T> Page<T> page(R[] rows, int limit, Function<R, T> read) {
        return new Page<>(Arrays.stream(rows).map(read).toList(),
                rows.length < limit ? Optional.empty() : Optional.of(new Page.Position(values.apply(rows[rows.length - 1]))));
    }

    private String follows(List<String> rest) {
        String column = rest.get(0);
        return rest.size() == 1 ? column + " " + behind + " ?"
                : column + " " + behind + "= ? AND (" + column + " " + behind + " ? OR " + follows(rest.subList(1, rest.size())) + ")";
    }
}
