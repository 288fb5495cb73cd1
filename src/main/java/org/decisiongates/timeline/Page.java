package org.decisiongates.timeline;

import java.util.List;
import java.util.Optional;

/**
 * A part of a record that is read in its order.
 *
 * @param next the position to go on from; empty when nothing followed as the page was read
 */
public record Page<T>(List<T> rows, Optional<Position> next) {

    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * A place in the order of a record.
     *
     * @param values of a row, in the columns that the record is ordered by. The last one is the row's sequence number, so that no two
     *               rows share a place; none stands before the first row
     */
    public record Position(List<Long> values) {

        public static final Position START = new Position(List.of());

        public Position {
            values = List.copyOf(values);
        }
    }
}
