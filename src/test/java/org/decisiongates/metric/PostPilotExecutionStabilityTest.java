package org.decisiongates.metric;

import static org.decisiongates.metric.History.blocker;
import static org.decisiongates.metric.History.decision;
import static org.decisiongates.metric.ProjectedMetrics.secondary;
import static org.decisiongates.metric.ProjectedMetrics.value;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.Test;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Item;

public class PostPilotExecutionStabilityTest {

    /** 28 days before a Tuesday of the week. */
    private static final String COMMIT = "2026-10-20T10:00:00";

    /** The example of M4 in docs/metrics.md: cohort 8, destabilised 2 (one has 3 events, counts once): 0.75. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        Figure figure = figure(delivered(1), delivered(2), delivered(3), delivered(4), delivered(5), delivered(6),
                delivered(7).scope("2026-10-21T10:00:00").scope("2026-10-22T10:00:00").to("IN_REVIEW", "2026-10-23T10:00:00"),
                delivered(8).scope("2026-10-21T10:00:00"));
        assertEquals("0.7500", value(figure));
        assertEquals("8", secondary(figure, "cohort"));
        assertEquals("2", secondary(figure, "cause-scope-changed"));
        assertEquals("1", secondary(figure, "cause-reopened"));
        assertEquals("0", secondary(figure, "cause-blocked"));
        assertEquals(List.of("SHOP-7", "SHOP-8"), figure.issues());
        assertEquals(8, figure.sample());
    }

    @Test
    public void namesWhatWentUndisturbedWhereNothingWasDisturbed() {
        assertEquals(List.of("SHOP-1", "SHOP-2"), figure(delivered(1), delivered(2)).issues());
        assertEquals(List.of("SHOP-2"), figure(delivered(1), delivered(2).scope("2026-11-01T10:00:00")).issues());
    }

    @Test
    public void isNotApplicableWithoutACohort() {
        assertEquals("n/a", value(figure()));
        assertEquals("n/a", value(figure(decision(1).created("2026-10-01T10:00:00").to("DECIDED", COMMIT))));
        assertEquals("n/a", value(figure(delivered(1).deleted("2026-11-01T10:00:00"))));
        assertEquals("n/a", value(figure(delivered(1).movedTo(History.ELSEWHERE, "2026-11-01T10:00:00"))));
    }

    @Test
    public void aWatchEndsTwentyEightDaysOfTheProjectLater() {
        assertEquals("0", secondary(figure(deliveredAt(1, "2026-10-18T23:59:59")), "cohort"));
        assertEquals("1", secondary(figure(deliveredAt(1, "2026-10-19T00:00:00")), "cohort"));
        assertEquals("1", secondary(figure(deliveredAt(1, "2026-10-25T23:59:59")), "cohort"));
        assertEquals("0", secondary(figure(deliveredAt(1, "2026-10-26T00:00:00")), "cohort"));
        assertEquals("1", secondary(figure(deliveredAt(1, "2026-10-26T00:00:00")), "watching"));
        assertEquals("0", secondary(figure(deliveredAt(1, "2026-11-23T00:00:00")), "watching"));
        // clocks changed on 25 October in Berlin: the week begins 23:00 UTC, the watch of it 22:00 UTC
        Period berlin = Period.of(ProjectedMetrics.WEEK, ZoneId.of("Europe/Berlin"), Instant.parse("2026-12-31T00:00:00Z"));
        assertEquals("0",
                secondary(ProjectedMetrics.figure(Metrics.POST_PILOT_EXECUTION_STABILITY, berlin, deliveredAt(1, "2026-10-18T21:59:59")),
                        "cohort"));
        assertEquals("1",
                secondary(ProjectedMetrics.figure(Metrics.POST_PILOT_EXECUTION_STABILITY, berlin, deliveredAt(1, "2026-10-18T22:00:00")),
                        "cohort"));
    }

    @Test
    public void whatHappensOutsideTheWatchDestabilisesNothing() {
        for (String outside : List.of("2026-10-19T10:00:00", COMMIT, "2026-11-17T10:00:00", "2026-11-17T10:00:01")) {
            assertEquals(outside, "1.0000", value(figure(delivered(1).scope(outside))));
        }
        for (String inside : List.of("2026-10-20T10:00:01", "2026-11-17T09:59:59")) {
            assertEquals(inside, "0.0000", value(figure(delivered(1).scope(inside))));
        }
    }

    @Test
    public void aNewReleaseIsAChangeOfScope() {
        assertCause("cause-scope-changed", delivered(1).row("500", Item.RELEASE, "", "", "2026-11-01/2026-12-01", "2026-11-01T10:00:00"));
    }

    @Test
    public void aDueDateMaySlipThreeWorkingDays() {
        // from Thursday 29 October: Tuesday 3 November is three working days later
        assertEquals("1.0000", value(figure(dueOn("2026-10-29").due("2026-11-03", "2026-10-28T10:00:00"))));
        assertCause("cause-due-slipped", dueOn("2026-10-29").due("2026-11-04", "2026-10-28T10:00:00"));
        assertCause("cause-due-slipped",
                dueOn("2026-10-29").due("2026-11-03", "2026-10-28T10:00:00").due("2026-11-04", "2026-10-29T10:00:00"));
        assertEquals("1.0000", value(figure(dueOn("2026-10-29").due("2026-10-01", "2026-10-28T10:00:00").due("", "2026-10-29T10:00:00"))));
        assertEquals("1.0000", value(figure(delivered(1).due("2026-12-24", "2026-10-28T10:00:00"))));
    }

    @Test
    public void anOwnerMayChangeOnce() {
        assertEquals("1.0000", value(figure(delivered(1).owner("former", "2026-10-28T10:00:00"))));
        assertCause("cause-owner-changed", delivered(1).owner("former", "2026-10-28T10:00:00").owner("lead", "2026-10-29T10:00:00"));
    }

    @Test
    public void aBlockerThatComesUpDestabilisesWhatItBlocks() {
        History blocked = delivered(1).blockedBy(2, "2026-10-28T10:00:00");
        assertCause("cause-blocked", blocked, blocker(2).created("2026-10-28T09:00:00"));
        assertEquals("known at commit", "1.0000", value(figure(blocked, blocker(2).created("2026-10-20T10:00:00"))));
        assertEquals("no Blocker", "1.0000", value(figure(blocked, decision(2).created("2026-10-28T09:00:00"))));
        assertEquals("linked later", "1.0000",
                value(figure(delivered(1).blockedBy(2, "2026-11-17T10:00:00"), blocker(2).created("2026-10-28T09:00:00"))));
        assertEquals("whatever comes first", "0.0000",
                value(figure(blocker(2).created("2026-10-28T09:00:00"), delivered(3).blockedBy(2, "2026-10-28T10:00:00"))));
    }

    @Test
    public void aFallbackThatIsInvokedDestabilisesWhatWasBlocked() {
        History old = blocker(2).created("2026-10-01T09:00:00").to("FALLBACK_INVOKED", "2026-10-30T09:00:00");
        assertCause("cause-fallback-invoked", delivered(1).blockedBy(2, "2026-10-02T10:00:00"), old);
        assertEquals("1.0000", value(figure(delivered(1).blockedBy(2, "2026-10-02T10:00:00"),
                blocker(2).created("2026-10-01T09:00:00").to("FALLBACK_INVOKED", "2026-11-17T10:00:00"))));
    }

    @Test
    public void aCauseCountsOnceADecision() {
        Figure figure = figure(delivered(1).blockedBy(2, "2026-10-28T10:00:00").blockedBy(3, "2026-10-28T10:00:00"),
                blocker(2).created("2026-10-28T09:00:00"), blocker(3).created("2026-10-28T09:00:00"));
        assertEquals("1", secondary(figure, "cause-blocked"));
        assertEquals(1, figure.issueTotal());
    }

    private static void assertCause(String cause, History... histories) {
        Figure figure = figure(histories);
        assertEquals("0.0000", value(figure));
        assertEquals("1", secondary(figure, cause));
        assertEquals(1, figure.secondaryFigures().entrySet().stream()
                .filter(one -> one.getKey().startsWith("cause-") && one.getValue().signum() > 0).count());
    }

    private static History dueOn(String day) {
        return decision(1).due(day).created("2026-10-01T10:00:00").to("DECIDED", "2026-10-02T10:00:00").to("IN_DELIVERY", COMMIT);
    }

    private static History delivered(long id) {
        return deliveredAt(id, COMMIT);
    }

    private static History deliveredAt(long id, String commit) {
        return decision(id).created("2026-10-01T10:00:00").to("DECIDED", "2026-10-02T10:00:00").to("IN_DELIVERY", commit);
    }

    private static Figure figure(History... histories) {
        return ProjectedMetrics.figure(Metrics.POST_PILOT_EXECUTION_STABILITY, histories);
    }
}
