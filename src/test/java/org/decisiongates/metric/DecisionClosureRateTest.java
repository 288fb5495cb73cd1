package org.decisiongates.metric;

import static org.decisiongates.metric.History.decision;
import static org.decisiongates.metric.ProjectedMetrics.secondary;
import static org.decisiongates.metric.ProjectedMetrics.value;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.Test;

import org.decisiongates.time.Period;
import org.decisiongates.time.Week;

public class DecisionClosureRateTest {

    private static final String BEFORE = "2026-11-02T10:00:00";
    private static final String TUESDAY = "2026-11-17T10:00:00";
    private static final String WEDNESDAY = "2026-11-18T10:00:00";
    private static final String THURSDAY = "2026-11-19T10:00:00";

    /** The example of M5 in docs/metrics.md: open 6, opened 4, closed 5, one of those reopened before end, 1 cancelled: 4 ÷ 9. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        Figure figure = figure(
                decision(1).created(BEFORE).to("DECIDED", TUESDAY), decision(2).created(BEFORE).to("REJECTED", TUESDAY),
                decision(3).created(BEFORE).to("DECIDED", TUESDAY).to("IN_REVIEW", WEDNESDAY), decision(4).created(BEFORE),
                decision(5).created(BEFORE),
                decision(6).created(BEFORE).to("status:10077", TUESDAY),
                decision(7).created(TUESDAY).to("DECIDED", WEDNESDAY), decision(8).created(TUESDAY).to("DECIDED", THURSDAY),
                decision(9).created(TUESDAY), decision(10).created(TUESDAY));
        assertEquals("0.4444", value(figure));
        assertEquals("4", secondary(figure, "closed"));
        assertEquals("5", secondary(figure, "open-at-start"));
        assertEquals("4", secondary(figure, "opened"));
        assertEquals("1", secondary(figure, "removed"));
        assertEquals(9, figure.sample());
        assertEquals(List.of("SHOP-1", "SHOP-2", "SHOP-7", "SHOP-8"), figure.issues());
    }

    @Test
    public void isNotApplicableWhereNothingWasOpen() {
        assertEquals("n/a", value(figure()));
        assertEquals("n/a",
                value(figure(decision(1).created(BEFORE).to("DECIDED", "2026-11-03T10:00:00"), History.blocker(2).created(TUESDAY))));
        assertEquals("n/a", secondary(figure(), "on-time-share"));
    }

    @Test
    public void aSupersededDecisionIsClosedOnceItsSuccessorIsDecided() {
        History replaced = decision(1).created(BEFORE).replacedBy(2, TUESDAY).to("SUPERSEDED", TUESDAY);
        assertEquals("0.0000", value(figure(replaced, decision(2).created("2026-11-23T01:00:00"))));
        assertEquals("0.0000", value(figure(replaced, decision(2).created(BEFORE).to("DECIDED", "2026-11-23T00:00:00"))));
        assertEquals("1.0000", value(figure(replaced, decision(2).created(BEFORE).to("DECIDED", "2026-11-22T23:59:59"))));
        assertEquals("1.0000", value(figure(replaced, decision(2).created(BEFORE).to("DECIDED", "2026-11-03T10:00:00"))));
        assertEquals("whatever the order", "1.0000", value(figure(decision(3).created(BEFORE).to("DECIDED", "2026-11-03T10:00:00"),
                decision(4).created(BEFORE).replacedBy(3, TUESDAY).to("SUPERSEDED", TUESDAY))));
        assertEquals("0.0000", value(figure(decision(1).created(BEFORE).to("SUPERSEDED", TUESDAY))));
    }

    @Test
    public void whatIsDeletedOrMovedAwayCountsOnNeitherSide() {
        Figure figure = figure(decision(1).created(BEFORE).deleted(TUESDAY),
                decision(2).created(BEFORE).movedTo(History.ELSEWHERE, TUESDAY),
                decision(3).created(BEFORE).to("DECIDED", TUESDAY).deleted(WEDNESDAY), decision(4).created(BEFORE).to("DECIDED", TUESDAY));
        assertEquals("1.0000", value(figure));
        assertEquals(1, figure.sample());
        assertEquals("3", secondary(figure, "removed"));
    }

    @Test
    public void whatIsMovedHereIsOpenedHere() {
        History arriving = decision(1).in(History.ELSEWHERE).created(BEFORE).movedTo(History.PROJECT, TUESDAY).to("DECIDED", WEDNESDAY);
        Figure figure = figure(arriving,
                decision(2).in(History.ELSEWHERE).created(BEFORE).to("DECIDED", TUESDAY).movedTo(History.PROJECT, WEDNESDAY));
        assertEquals("1.0000", value(figure));
        assertEquals("1", secondary(figure, "opened"));
    }

    @Test
    public void aDecisionOpenedAgainAndSettledAgainCountsOnBothSides() {
        History again = decision(1).created(BEFORE).to("DECIDED", "2026-11-03T10:00:00").to("IN_REVIEW", TUESDAY).to("DECIDED", WEDNESDAY)
                .to("IN_REVIEW", THURSDAY).to("DECIDED", "2026-11-20T10:00:00");
        assertEquals("1.0000", value(figure(again)));
        assertEquals(1, figure(again).sample());
    }

    @Test
    public void boundariesOfThePeriodBelongToItAtTheStartOnly() {
        assertEquals("0.0000", value(figure(decision(1).created(BEFORE).to("DECIDED", "2026-11-23T00:00:00"))));
        assertEquals("1.0000", value(figure(decision(1).created(BEFORE).to("DECIDED", "2026-11-22T23:59:59"))));
        assertEquals("1.0000", value(figure(decision(1).created(BEFORE).to("DECIDED", "2026-11-16T00:00:00"))));
        assertEquals("n/a", value(figure(decision(1).created(BEFORE).to("DECIDED", "2026-11-15T23:59:59"))));
        assertEquals("1", secondary(figure(decision(1).created("2026-11-16T00:00:00")), "opened"));
        assertEquals("1", secondary(figure(decision(1).created("2026-11-15T23:59:59")), "open-at-start"));
        assertEquals("n/a", value(figure(decision(1).created("2026-11-23T00:00:00"))));
    }

    @Test
    public void movingTheDueDateAtTheLastMomentDoesNotHelp() {
        assertOnTime("1.0000", decision(1).due("2026-11-18").created(BEFORE));
        assertOnTime("0.0000", decision(1).due("2026-11-17").created(BEFORE));
        assertOnTime("0.0000", decision(1).due("2026-11-17").created(BEFORE).due("2026-11-30", TUESDAY));
        assertOnTime("0.0000", decision(1).due("2026-11-17").created(BEFORE).due("2026-11-30", "2026-11-11T10:00:01"));
        assertOnTime("1.0000", decision(1).due("2026-11-17").created(BEFORE).due("2026-11-30", "2026-11-11T10:00:00"));
        assertOnTime("1.0000", decision(1).due("2026-11-17").created(BEFORE).due("2026-11-30", "2026-11-11T09:59:59"));
        assertOnTime("1.0000", decision(1).due("2026-11-18").created(BEFORE).due("2026-11-01", TUESDAY));
        assertOnTime("0.0000", decision(1).created(BEFORE));
        assertOnTime("0.0000", decision(1).created(BEFORE).due("2026-11-30", TUESDAY));
    }

    @Test
    public void aYoungDecisionIsDueWhenItWasFirstSaidToBe() {
        assertOnTime("1.0000", decision(1).due("2026-11-18").created("2026-11-16T10:00:00"));
        assertOnTime("0.0000", decision(1).due("2026-11-17").created("2026-11-16T10:00:00").due("2026-11-30", TUESDAY));
    }

    @Test
    public void aDayIsOneOfTheProject() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        Period there = Period.of(Week.parse("2026-W47"), auckland, Instant.parse("2026-12-31T00:00:00Z"));
        // 10:59:59 UTC is the last second of the 18th there
        assertEquals("1.0000", secondary(ProjectedMetrics.figure(Metrics.DECISION_CLOSURE_RATE, there,
                decision(1).due("2026-11-18").created(BEFORE).to("DECIDED", "2026-11-18T10:59:59")), "on-time-share"));
        assertEquals("0.0000", secondary(ProjectedMetrics.figure(Metrics.DECISION_CLOSURE_RATE, there,
                decision(1).due("2026-11-18").created(BEFORE).to("DECIDED", "2026-11-18T11:00:00")), "on-time-share"));
    }

    private static void assertOnTime(String share, History history) {
        assertEquals(share, secondary(figure(history.to("DECIDED", WEDNESDAY)), "on-time-share"));
    }

    private static Figure figure(History... histories) {
        return ProjectedMetrics.figure(Metrics.DECISION_CLOSURE_RATE, histories);
    }
}
