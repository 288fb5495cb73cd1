package org.decisiongates.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often each value occurred: exact medians and percentiles of any number of values in memory that does not grow with it. Values are
 * rounded half up to the given decimals, and cut to 0 and the largest.
 */
final class Histogram {

    private final int decimals;
    private final int most;
    private long[] counts = new long[0];
    private long size;

    private Histogram(int decimals, int largest) {
        this.decimals = decimals;
        this.most = BigDecimal.valueOf(largest).movePointRight(decimals).intValueExact();
    }

    /** Days to the hundredth, up to ten years: at most 3 MiB. */
    static Histogram ofDays() {
        return new Histogram(2, 3_660);
    }

    /** Shares of 1 to the ten-thousandth. */
    static Histogram ofShares() {
        return new Histogram(Ratio.DECIMALS, 1);
    }

    void add(BigDecimal value) {
        BigDecimal cell = value.setScale(decimals, RoundingMode.HALF_UP).movePointRight(decimals).max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(most));
        int index = cell.intValueExact();
        if (index >= counts.length) {
            counts = Arrays.copyOf(counts, Math.min(most + 1, Math.max(64, (index + 1) * 2)));
        }
        counts[index]++;
        size++;
    }

    long size() {
        return size;
    }

    /** The middle value; of an even number of values the mean of the two middle ones, half up. */
    Optional<BigDecimal> median() {
        if (size == 0) {
            return Optional.empty();
        }
        BigDecimal two = ranked((size + 1) / 2).add(ranked(size / 2 + 1));
        return Optional.of(two.divide(BigDecimal.valueOf(2), decimals, RoundingMode.HALF_UP));
    }

    /** By nearest rank: the least value that this share of all values does not exceed. */
    Optional<BigDecimal> percentile(int percent) {
        return size == 0 ? Optional.empty() : Optional.of(ranked((size * percent + 99) / 100));
    }

    Optional<BigDecimal> largest() {
        return size == 0 ? Optional.empty() : Optional.of(ranked(size));
    }

    /** How many values are at most {@code limit}. */
    long upTo(BigDecimal limit) {
        long cell = limit.movePointRight(decimals).setScale(0, RoundingMode.FLOOR).longValue();
        return Arrays.stream(counts, 0, (int) Math.max(0, Math.min(counts.length, cell + 1))).sum();
    }

    private BigDecimal ranked(long rank) {
        long seen = 0;
        int index = -1;
        while (seen < rank) {
            index++;
            seen += counts[index];
        }
        return BigDecimal.valueOf(index, decimals);
    }
}
