package org.decisiongates.metric;

import static org.decisiongates.metric.History.decision;
import static org.decisiongates.metric.ProjectedMetrics.secondary;
import static org.decisiongates.metric.ProjectedMetrics.value;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.Test;

import org.decisiongates.time.Period;
import org.decisiongates.time.Week;

public class PilotDecisionVelocityTest {

    private static final Instant LATER = Instant.parse("2026-12-31T00:00:00Z");
    /** Two weeks, Monday 2 to Monday 16 November 2026. */
    private static final Period FORTNIGHT = new Period(Instant.parse("2026-11-02T00:00:00Z"), Instant.parse("2026-11-16T00:00:00Z"),
            ZoneOffset.UTC, 2, LATER);

    /** The example of M1 in docs/metrics.md: 4 decided in 2 weeks, 1 reopened on day 10; TTDs 1, 2, 4, 9 d. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        Figure figure = figure(FORTNIGHT,
                reviewed(1, "2026-11-02T10:00:00").to("DECIDED", "2026-11-03T10:00:00"),
                reviewed(2, "2026-11-02T10:00:00").to("DECIDED", "2026-11-04T10:00:00"),
                reviewed(3, "2026-11-02T10:00:00").to("DECIDED", "2026-11-06T10:00:00").to("IN_REVIEW", "2026-11-16T09:00:00"),
                reviewed(4, "2026-11-02T10:00:00").to("DECIDED", "2026-11-13T10:00:00"));
        assertEquals("1.50", value(figure));
        assertEquals("3", secondary(figure, "decided"));
        assertEquals("1", secondary(figure, "reopened"));
        assertEquals("3.00", secondary(figure, "median-days"));
        assertEquals("9.00", secondary(figure, "p85-days"));
        assertEquals(List.of("SHOP-1", "SHOP-2", "SHOP-4"), figure.issues());
        assertEquals(4, figure.sample());
        assertFalse(figure.enough());
    }

    @Test
    public void isNoneAWeekWhenNothingIsDecided() {
        Figure figure = figure(ProjectedMetrics.PERIOD);
        assertEquals("0.00", value(figure));
        assertEquals("n/a", secondary(figure, "median-days"));
        assertEquals("n/a", secondary(figure, "p85-days"));
        assertEquals(0, figure.sample());
        assertFalse(figure.enough());
    }

    @Test
    public void countsADecisionForFourteenDaysOnProbation() {
        assertEquals("0.00",
                value(figure(ProjectedMetrics.PERIOD, decidedAndReopenedAt("2026-12-01T10:00:00").to("DECIDED", "2026-12-02T10:00:00"))));
        assertEquals("0.00", value(figure(ProjectedMetrics.PERIOD, decidedAndReopenedAt("2026-12-01T09:59:59"))));
        assertEquals("1.00", value(figure(ProjectedMetrics.PERIOD, decidedAndReopenedAt("2026-12-01T10:00:01"))));
    }

    @Test
    public void knowsNothingOfWhatHappensAfterItWasAsked() {
        assertEquals("1.00", value(figure(ProjectedMetrics.asOf("2026-11-23T06:00:00Z"), decidedAndReopenedAt("2026-11-23T06:00:01"))));
        assertEquals("0.00", value(figure(ProjectedMetrics.asOf("2026-11-23T06:00:01Z"), decidedAndReopenedAt("2026-11-23T06:00:01"))));
    }

    @Test
    public void fourteenDaysAreDaysOfTheProjectWhenClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Period october = Period.of(Week.parse("2026-W42"), berlin, LATER);
        History sameClockTime = reviewed(1, "2026-10-12T08:00:00").to("DECIDED", "2026-10-13T08:00:00").to("IN_REVIEW",
                "2026-10-27T09:00:00");
        History aSecondLater = reviewed(2, "2026-10-12T08:00:00").to("DECIDED", "2026-10-13T08:00:00").to("IN_REVIEW",
                "2026-10-27T09:00:01");
        assertEquals(List.of("SHOP-2"), figure(october, sameClockTime, aSecondLater).issues());
    }

    @Test
    public void countsOnlyTheFirstDecisionAndOnlyInItsPeriod() {
        History decidedBefore = reviewed(1, "2026-11-02T10:00:00").to("DECIDED", "2026-11-03T10:00:00")
                .to("IN_REVIEW", "2026-11-04T10:00:00")
                .to("DECIDED", "2026-11-17T10:00:00");
        assertEquals("0.00", value(figure(ProjectedMetrics.PERIOD, decidedBefore)));
        for (String inside : List.of("2026-11-16T00:00:00", "2026-11-16T00:00:01", "2026-11-22T23:59:59")) {
            assertEquals(inside, "1.00", value(figure(ProjectedMetrics.PERIOD, reviewed(1, "2026-11-02T10:00:00").to("DECIDED", inside))));
        }
        for (String outside : List.of("2026-11-15T23:59:59", "2026-11-23T00:00:00", "2026-11-23T00:00:01")) {
            assertEquals(outside, "0.00",
                    value(figure(ProjectedMetrics.PERIOD, reviewed(1, "2026-11-02T10:00:00").to("DECIDED", outside))));
        }
    }

    @Test
    public void leavesOutWhatWasCreatedDecidedDeletedOrMovedAway() {
        assertEquals("0.00", value(figure(ProjectedMetrics.PERIOD,
                decision(1).created("2026-11-17T10:00:00", "DECIDED"),
                reviewed(2, "2026-11-16T10:00:00").to("DECIDED", "2026-11-17T10:00:00").deleted("2026-11-18T10:00:00"),
                reviewed(3, "2026-11-16T10:00:00").to("DECIDED", "2026-11-17T10:00:00").movedTo(History.ELSEWHERE, "2026-11-18T10:00:00"),
                reviewed(4, "2026-11-16T10:00:00").to("REJECTED", "2026-11-17T10:00:00"),
                History.blocker(5).created("2026-11-16T10:00:00").to("DECIDED", "2026-11-17T10:00:00"))));
    }

    @Test
    public void aDecisionNobodyReviewedHasNoTimeToDecide() {
        Figure figure = figure(ProjectedMetrics.PERIOD, decision(1).created("2026-11-16T10:00:00").to("DECIDED", "2026-11-17T10:00:00"));
        assertEquals("1.00", value(figure));
        assertEquals("n/a", secondary(figure, "median-days"));
    }

    @Test
    public void isEnoughDataFromFiveOn() {
        assertFalse(figure(ProjectedMetrics.PERIOD, many(4)).enough());
        assertEquals(true, figure(ProjectedMetrics.PERIOD, many(5)).enough());
        Figure figure = figure(ProjectedMetrics.PERIOD, many(30));
        assertEquals(Figure.MAX_ISSUES, figure.issues().size());
        assertEquals(30, figure.issueTotal());
    }

    private static History[] many(int count) {
        return java.util.stream.LongStream.rangeClosed(1, count)
                .mapToObj(id -> reviewed(id, "2026-11-16T10:00:00").to("DECIDED", "2026-11-17T10:00:00")).toArray(History[]::new);
    }

    private static History decidedAndReopenedAt(String at) {
        return reviewed(1, "2026-11-16T10:00:00").to("DECIDED", "2026-11-17T10:00:00").to("IN_REVIEW", at);
    }

    private static History reviewed(long id, String at) {
        return decision(id).created("2026-10-01T10:00:00").to("IN_REVIEW", at);
    }

    private static Figure figure(Period period, History... histories) {
        return ProjectedMetrics.figure(Metrics.PILOT_DECISION_VELOCITY, period, histories);
    }
}
