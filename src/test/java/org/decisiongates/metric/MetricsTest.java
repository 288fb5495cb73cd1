package org.decisiongates.metric;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class MetricsTest {

    @Test
    public void findsEveryMetricByItsKey() {
        for (MetricDefinition metric : Metrics.all()) {
            assertEquals(metric, Metrics.of(metric.key()));
        }
    }

    @Test
    public void refusesAKeyThatIsNoMetrics() {
        String refusal = assertThrows(IllegalArgumentException.class, () -> Metrics.of("execution-stability")).getMessage();
        assertTrue(refusal, refusal.contains("execution-stability") && refusal.contains("post-pilot-execution-stability"));
    }

    @Test
    public void toleratesAKeyThatOnlyANewerVersionKnows() {
        String newer = "mood";
        assertEquals(Optional.empty(), Metrics.find(newer));
    }

    @Test
    public void refusesAMetricOrASecondaryFigureThatIsDefinedTwice() {
        assertThrows(IllegalStateException.class, () -> Metrics.distinct(List.of(Metrics.REOPEN_RATE, Metrics.REOPEN_RATE)));
        SecondaryFigure twice = SecondaryFigure.count("reopened");
        assertThrows(IllegalStateException.class, () -> Metrics.distinct(List.of(new MetricDefinition("M99", "mood", Unit.SHARE,
                Metrics.REOPEN_RATE.direction(), List.of(twice, twice), ReopenRate::new))));
    }

    @Test
    public void refusesASecondaryFigureOfAnotherMetric() {
        Figure figure = Metrics.REOPEN_RATE.figure(Optional.empty(), 0, new ContributingIssues());
        assertThrows(IllegalArgumentException.class, () -> figure.with(BypassRate.FIRST_PASS_RATE, BigDecimal.ONE));
    }

    @Test
    public void saysWhichOfTwoNumbersIsBetter() {
        assertTrue(Metrics.DECISION_CLOSURE_RATE.compare(BigDecimal.ONE, BigDecimal.ZERO) > 0);
        assertTrue(Metrics.REOPEN_RATE.compare(BigDecimal.ONE, BigDecimal.ZERO) < 0);
        assertEquals(0, Metrics.REOPEN_RATE.compare(BigDecimal.ONE, new BigDecimal("1.0")));
    }
}
