package org.decisiongates.metric;

import java.util.List;
import java.util.function.Function;

/**
 * Some rows, and the number of all.
 *
 * @param total exact, however many rows are kept
 */
public record Listing<T>(List<T> rows, long total) {

    public Listing {
        rows = List.copyOf(rows);
    }

    /** A listing of all rows. */
    public static <T> Listing<T> of(List<T> all) {
        return new Listing<>(all, all.size());
    }

    /** Whether nothing had to be left out of the rows. */
    public boolean isWhole() {
        return rows.size() == total;
    }

    /** The same with no more than {@code most} rows. */
    public Listing<T> first(int most) {
        return rows.size() <= most ? this : new Listing<>(rows.subList(0, most), total);
    }

    /** The same with another row in place of each. */
    public <R> Listing<R> map(Function<? super T, ? extends R> row) {
        return new Listing<>(rows.stream().<R>map(row).toList(), total);
    }
}
