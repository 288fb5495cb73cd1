package org.decisiongates.metric;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.junit.Test;

public class HistogramTest {

    /** The example of M11 in docs/metrics.md: resolved ages 1..10. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        Histogram ages = Histogram.ofDays();
        for (int age = 1; age <= 10; age++) {
            ages.add(BigDecimal.valueOf(age));
        }
        assertEquals(Optional.of(new BigDecimal("5.50")), ages.median());
        assertEquals(Optional.of(new BigDecimal("9.00")), ages.percentile(85));
        assertEquals(5, ages.upTo(new BigDecimal("5.5")));
    }

    @Test
    public void hasNoMiddleWhenItIsEmpty() {
        assertEquals(Optional.empty(), Histogram.ofDays().median());
        assertEquals(Optional.empty(), Histogram.ofDays().percentile(85));
        assertEquals(Optional.empty(), Histogram.ofDays().largest());
        assertEquals(0, Histogram.ofDays().upTo(BigDecimal.TEN));
    }

    @Test
    public void agreesWithSorting() {
        Random random = new Random(85);
        for (int round = 0; round < 200; round++) {
            Histogram histogram = Histogram.ofDays();
            long[] values = random.longs(1 + random.nextInt(60), 0, 1 + random.nextInt(40_000)).toArray();
            Arrays.stream(values).forEach(value -> histogram.add(BigDecimal.valueOf(value, 2)));
            Arrays.sort(values);
            int n = values.length;
            BigDecimal middle = BigDecimal.valueOf(values[(n - 1) / 2] + values[n / 2], 2).divide(BigDecimal.valueOf(2), 2,
                    RoundingMode.HALF_UP);
            assertEquals("seed 85, round " + round, Optional.of(middle), histogram.median());
            assertEquals("seed 85, round " + round, Optional.of(BigDecimal.valueOf(values[(int) Math.ceil(0.85 * n) - 1], 2)),
                    histogram.percentile(85));
        }
    }

    @Test
    public void cutsWhatIsBeyondItsRange() {
        Histogram days = Histogram.ofDays();
        days.add(new BigDecimal("99999999999999999999"));
        assertEquals(Optional.of(new BigDecimal("3660.00")), days.median());
        days.add(new BigDecimal("-3"));
        assertEquals(1, days.upTo(BigDecimal.ZERO));
        assertEquals(2, days.upTo(new BigDecimal("1e30").min(BigDecimal.valueOf(4_000))));
        assertTrue(days.size() == 2);
    }

    @Test
    public void roundsHalfUp() {
        Histogram days = Histogram.ofDays();
        days.add(new BigDecimal("1.005"));
        assertEquals(Optional.of(new BigDecimal("1.01")), days.median());
        Histogram shares = Histogram.ofShares();
        shares.add(new BigDecimal("0.33335"));
        assertEquals(Optional.of(new BigDecimal("0.3334")), shares.median());
    }
}
