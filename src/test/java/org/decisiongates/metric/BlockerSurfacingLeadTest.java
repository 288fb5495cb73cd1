package org.decisiongates.metric;

import static org.decisiongates.metric.History.blocker;
import static org.decisiongates.metric.ProjectedMetrics.secondary;
import static org.decisiongates.metric.ProjectedMetrics.value;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.Test;

import org.decisiongates.time.Period;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.Change.Item;

public class BlockerSurfacingLeadTest {

    /** The example of M9 in docs/metrics.md: s = day 0, L = day 20, c = day 5: 0.75; c = day 22: 0. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        assertEquals("0.7500", value(figure(blocker(1).forRelease("2026-11-12", "2026-12-02").created("2026-11-17T10:00:00"))));
        assertEquals("0.0000", value(figure(blocker(1).forRelease("2026-10-26", "2026-11-15").created("2026-11-17T10:00:00"))));
        assertEquals("1.0000", value(figure(blocker(1).forRelease("2026-11-20", "2026-12-15").created("2026-11-17T10:00:00"))));
    }

    @Test
    public void isTheMedianWithTheShareOfEarlyOnes() {
        Figure figure = figure(found(1, "2026-11-17"), found(2, "2026-11-20"), found(3, "2026-11-22"));
        assertEquals("0.7000", value(figure));
        assertEquals("1.0000", secondary(figure, "early-share"));
        assertEquals(List.of("SHOP-1", "SHOP-2", "SHOP-3"), figure.issues());
        assertEquals("0.5000",
                secondary(figure(found(1, "2026-11-22"), blocker(2).forRelease("2026-11-02", "2026-11-30").created("2026-11-17T10:00:00")),
                        "early-share"));
        assertEquals("0.7500", value(figure(found(1, "2026-11-17"), found(2, "2026-11-22"))));
    }

    @Test
    public void isNotApplicableWithoutBlockersOrWithoutDates() {
        assertEquals("n/a", value(figure()));
        assertEquals("n/a", secondary(figure(), "early-share"));
        Figure figure = figure(blocker(1).created("2026-11-17T10:00:00"),
                blocker(2).forRelease("2026-11-17", "2026-11-17").created("2026-11-17T10:00:00"),
                blocker(3).forRelease("2026-11-18", "2026-11-17").created("2026-11-17T10:00:00"));
        assertEquals("n/a", value(figure));
        assertEquals("3", secondary(figure, "without-release"));
        assertEquals(0, figure.sample());
    }

    @Test
    public void replanningRewritesNothing() {
        History replanned = blocker(1).forRelease("2026-11-12", "2026-12-02").created("2026-11-17T10:00:00")
                .row("200", Item.RELEASE, "", "2026-11-12/2026-12-02", "2026-11-12/2027-12-02", "2026-11-18T10:00:00");
        assertEquals("0.7500", value(figure(replanned)));
    }

    @Test
    public void countsWhatWasCreatedInThePeriodHere() {
        assertEquals(0, figure(found(1, "2026-11-17").deleted("2026-11-18T10:00:00")).sample());
        assertEquals(0, figure(found(1, "2026-11-17").movedTo(History.ELSEWHERE, "2026-11-18T10:00:00")).sample());
        assertEquals(1, figure(found(1, "2026-11-17").deleted("2026-11-23T00:00:00")).sample());
        assertEquals(1, figure(found(1, "2026-11-17").to("RESOLVED", "2026-11-18T10:00:00")).sample());
        assertEquals(0, figure(History.decision(1).forRelease("2026-11-12", "2026-12-02").created("2026-11-17T10:00:00")).sample());
        for (String outside : List.of("2026-11-15T23:59:59", "2026-11-23T00:00:00")) {
            assertEquals(outside, 0, figure(blocker(1).forRelease("2026-11-12", "2026-12-02").created(outside)).sample());
        }
        for (String inside : List.of("2026-11-16T00:00:00", "2026-11-16T00:00:01", "2026-11-22T23:59:59")) {
            assertEquals(inside, 1, figure(blocker(1).forRelease("2026-11-12", "2026-12-02").created(inside)).sample());
        }
        History arriving = blocker(1).in(History.ELSEWHERE).forRelease("2026-11-12", "2026-12-02").created("2026-11-02T10:00:00")
                .movedTo(History.PROJECT, "2026-11-17T10:00:00");
        assertEquals(0, figure(arriving).sample());
    }

    @Test
    public void theDayIsOneOfTheProject() {
        Period there = Period.of(Week.parse("2026-W47"), ZoneId.of("Pacific/Auckland"), Instant.parse("2026-12-31T00:00:00Z"));
        History late = blocker(1).forRelease("2026-11-13", "2026-12-03").created("2026-11-17T12:00:00");
        assertEquals("0.8000", value(figure(late)));
        assertEquals("0.7500", value(ProjectedMetrics.figure(Metrics.BLOCKER_SURFACING_LEAD, there, late)));
    }

    /** Of a release from the 17th to the 27th. */
    private static History found(long id, String day) {
        return blocker(id).forRelease("2026-11-17", "2026-11-27").created(day + "T10:00:00");
    }

    private static Figure figure(History... histories) {
        return ProjectedMetrics.figure(Metrics.BLOCKER_SURFACING_LEAD, histories);
    }
}
