package org.decisiongates.summary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The number of one tile over the last {@value #WEEKS} weeks.
 *
 * @param name   {@value #OVERDUE}, or the key of the tile's metric; a newer version may know others
 * @param points one a week, the oldest first; the last is of the week itself
 */
public record TileSeries(String name, List<Point> points) {

    public static final int WEEKS = 8;
    /** Open Blockers and Decisions past their due date. */
    public static final String OVERDUE = "overdue";

    public TileSeries {
        points = List.copyOf(points);
    }

    /**
     * The number of one week.
     *
     * @param week  ISO week, {@code 2026-W46}
     * @param value in the metric's unit; empty where the week is not closed, was changed, or does not have the number
     */
    public record Point(String week, Optional<BigDecimal> value) {
    }
}
