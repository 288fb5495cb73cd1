package org.decisiongates.metric;

import java.util.List;

/**
 * Some of what there is, and how much there is.
 *
 * @param total exact, however many rows are kept
 */
public record Listing<T>(List<T> rows, long total) {

    public Listing {
        rows = List.copyOf(rows);
    }

    /** Whether nothing had to be left out of the rows. */
    public boolean isWhole() {
        return rows.size() == total;
    }
}
