package org.decisiongates.metric;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.decisiongates.metric.ProjectedMetrics.secondary;
import static org.decisiongates.metric.ProjectedMetrics.value;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.timeline.GateEvent;

public class BypassRateTest {

    /** The example of M14 in docs/metrics.md: 1 of 40. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        Figure figure = BypassRate.of(1, 40);
        assertEquals("0.0250", value(figure));
        assertEquals("1", secondary(figure, "waived"));
        assertEquals(40, figure.sample());
        assertTrue(figure.enough());
    }

    @Test
    public void isNotApplicableWhereNoGateWasExamined() {
        assertEquals("n/a", value(BypassRate.of(0, 0)));
        assertFalse(BypassRate.of(0, 4).enough());
    }

    @Test
    public void countsTheGatesOfThePeriodThatTheReaderMaySee() {
        Figure figure = figure(event(1, 11, RuleResult.Status.PASSED, "2026-11-16T00:00:00Z"),
                event(1, 21, RuleResult.Status.FAILED, "2026-11-22T23:59:59Z"),
                event(1, 21, RuleResult.Status.PASSED, "2026-11-23T00:00:00Z"),
                event(1, 21, RuleResult.Status.PASSED, "2026-11-15T23:59:59Z"),
                event(13, 21, RuleResult.Status.PASSED, "2026-11-17T00:00:00Z"));
        assertEquals(2, figure.sample());
        assertEquals("0.0000", value(figure));
    }

    @Test
    public void aPassAfterARefusalIsNoFirstPassWhateverComesFirst() {
        GateEvent refused = event(1, 11, RuleResult.Status.FAILED, "2026-11-17T10:00:00Z");
        GateEvent passed = event(1, 11, RuleResult.Status.PASSED, "2026-11-17T11:00:00Z");
        GateEvent other = event(1, 21, RuleResult.Status.NOT_APPLICABLE, "2026-11-17T12:00:00Z");
        assertEquals("0.5000", secondary(figure(refused, passed, other), "first-pass-rate"));
        assertEquals("0.5000", secondary(figure(other, passed, refused), "first-pass-rate"));
        assertEquals("n/a", secondary(figure(), "first-pass-rate"));
    }

    @Test
    public void leavesOutWhatAnImportCreated() {
        GateEvent imported = aGateEvent().ofACreation().from("IMPORT").at(Instant.parse("2026-11-17T10:00:00Z")).event();
        assertEquals(0, figure(imported).sample());
        assertEquals("n/a", secondary(figure(imported), "first-pass-rate"));
    }

    @Test
    public void everyCreationIsATryOfItsOwn() {
        assertEquals("0.3333", secondary(figure(event(0, 1, RuleResult.Status.FAILED, "2026-11-17T10:00:00Z"),
                event(0, 1, RuleResult.Status.ERROR, "2026-11-17T10:00:00Z"),
                event(0, 1, RuleResult.Status.PASSED, "2026-11-17T10:00:00Z")), "first-pass-rate"));
    }

    @Test
    public void rigorIsTheMeanOfFourSharesOrNothing() {
        MetricsProjection projection = new MetricsProjection(ProjectedMetrics.PERIOD, Set.of(History.PROJECT), id -> true);
        History.decision(1).due("2026-11-30").created("2026-11-02T10:00:00").to("DECIDED", "2026-11-17T10:00:00").changes()
                .forEach(projection::take);
        History.decision(2).created("2026-11-02T10:00:00").changes().forEach(projection::take);
        History.blocker(3).ownedBy("").created("2026-11-02T10:00:00").changes().forEach(projection::take);
        projection.take(event(1, 11, RuleResult.Status.FAILED, "2026-11-17T10:00:00Z"));
        // first pass 0, owned 1 of 2, nothing bypassed, all on time
        assertEquals("0.6250", secondary(ProjectedMetrics.figure(Metrics.POST_PILOT_EXECUTION_STABILITY, projection.result()), "rigor"));
        assertEquals("n/a", secondary(ProjectedMetrics.figure(Metrics.POST_PILOT_EXECUTION_STABILITY), "rigor"));
    }

    @Test
    public void countsWhatWasWaivedAndTakesWhatDidNotEnforceForAFirstPass() {
        Figure figure = figure(event(1, 11, RuleResult.Status.WAIVED, "2026-11-17T10:00:00Z"),
                aGateEvent().in(History.PROJECT).of(2).refusedBy("has-owner").enforced("EVALUATE").at(Instant.parse("2026-11-17T10:00:00Z"))
                        .event(),
                aGateEvent().in(History.PROJECT).of(3).verdict("DEFERRED").at(Instant.parse("2026-11-17T10:00:00Z")).event());
        assertEquals("0.3333", value(figure));
        assertEquals("0.6667", secondary(figure, "first-pass-rate"));
    }

    private static Figure figure(GateEvent... events) {
        MetricsProjection projection = new MetricsProjection(ProjectedMetrics.PERIOD, Set.of(History.PROJECT), id -> id != 13);
        List.of(events).forEach(projection::take);
        return ProjectedMetrics.figure(Metrics.BYPASS_RATE, projection.result());
    }

    private static GateEvent event(long issue, int action, RuleResult.Status verdict, String at) {
        RecordedGates event = aGateEvent().in(History.PROJECT).action(action).verdict(verdict).at(Instant.parse(at));
        return (issue == 0 ? event.ofACreation() : event.of(issue)).event();
    }
}
