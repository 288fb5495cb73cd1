package org.decisiongates.metric;

import static org.decisiongates.metric.History.blocker;
import static org.decisiongates.metric.ProjectedMetrics.secondary;
import static org.decisiongates.metric.ProjectedMetrics.value;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.Test;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.PhaseChange;

public class BlockerSurvivalTest {

    /** The example of M11 in docs/metrics.md: resolved ages 1..10: p50 5.5, p85 9. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        Figure figure = figure(tenSettled());
        assertEquals("5.50", secondary(figure, "p50-days"));
        assertEquals("9.00", secondary(figure, "p85-days"));
        assertEquals("10", secondary(figure, "settled"));
    }

    @Test
    public void sortsWhatIsOpenByWhatIsUsualInTheProject() {
        List<History> histories = new ArrayList<>(List.of(tenSettled()));
        histories.add(blocker(11).created("2026-11-17T12:00:00"));
        histories.add(blocker(12).created("2026-11-17T11:00:00"));
        histories.add(blocker(13).created("2026-11-14T00:00:00"));
        histories.add(blocker(14).created("2026-11-13T23:00:00"));
        Figure figure = figure(histories.toArray(History[]::new));
        assertEquals("1", secondary(figure, "usual"));
        assertEquals("2", secondary(figure, "ageing"));
        assertEquals("1", secondary(figure, "old"));
        assertEquals(List.of("SHOP-11", "SHOP-12", "SHOP-13", "SHOP-14"), figure.issues());
    }

    @Test
    public void takesFiveAndFourteenDaysWhereTooLittleWasSettled() {
        Figure figure = figure(blocker(1).created("2026-11-18T00:00:00"), blocker(2).created("2026-11-17T23:00:00"),
                blocker(3).created("2026-11-09T00:00:00"),
                blocker(4).created("2026-11-08T23:00:00"), blocker(5).created("2026-11-01T00:00:00").to("RESOLVED", "2026-11-02T00:00:00"));
        assertEquals("1", secondary(figure, "usual"));
        assertEquals("2", secondary(figure, "ageing"));
        assertEquals("1", secondary(figure, "old"));
        assertEquals("1.00", secondary(figure, "p50-days"));
    }

    @Test
    public void isNotApplicableWhereNothingIsOpen() {
        Figure figure = figure();
        assertEquals("n/a", value(figure));
        assertEquals("n/a", secondary(figure, "oldest-days"));
        assertEquals("n/a", secondary(figure, "p85-days"));
        assertEquals("0", secondary(figure, "survivors"));
        assertEquals("n/a", value(figure(History.decision(1).created("2026-11-02T10:00:00"))));
    }

    @Test
    public void agesInPlainTimeSinceCreationEvenWhenOpenedAgain() {
        Figure figure = figure(
                blocker(1).created("2026-11-13T00:00:00").to("RESOLVED", "2026-11-14T00:00:00").to("OPEN", "2026-11-21T00:00:00"));
        assertEquals("10.00", value(figure));
        assertEquals("10.00", secondary(figure, "oldest-days"));
        assertEquals("2.00", secondary(figure, "in-status-days"));
    }

    @Test
    public void survivesWhenItIsOpenAtTwoReviewsInARow() {
        assertSurvivors(1, blocker(1).created("2026-11-15T23:59:59"));
        assertSurvivors(0, blocker(1).created("2026-11-16T00:00:00"));
        assertSurvivors(0, blocker(1).created("2026-11-16T00:00:01"));
        assertSurvivors(0, blocker(1).created("2026-11-02T00:00:00").to("ACCEPTED", "2026-11-22T23:59:59"));
        assertSurvivors(1, blocker(1).created("2026-11-02T00:00:00").to("ACCEPTED", "2026-11-23T00:00:00"));
        assertSurvivors(1, blocker(1).created("2026-11-02T00:00:00").to("ESCALATED", "2026-11-17T00:00:00"));
    }

    @Test
    public void duringAWeekTheReviewsAreThoseThatHaveBeen() {
        Period wednesday = Period.of(ProjectedMetrics.WEEK, ProjectedMetrics.ZONE, Instant.parse("2026-11-18T12:00:00Z"));
        assertEquals("1",
                secondary(ProjectedMetrics.figure(Metrics.BLOCKER_SURVIVAL, wednesday, blocker(1).created("2026-11-08T23:59:59")),
                        "survivors"));
        assertEquals("0",
                secondary(ProjectedMetrics.figure(Metrics.BLOCKER_SURVIVAL, wednesday, blocker(1).created("2026-11-09T00:00:00")),
                        "survivors"));
        assertEquals("0", secondary(ProjectedMetrics.figure(Metrics.BLOCKER_SURVIVAL, wednesday,
                blocker(1).created("2026-11-01T00:00:00").to("RESOLVED", "2026-11-18T11:00:00")), "survivors"));
        Listing<PhaseChange> survivors = ProjectedMetrics
                .result(wednesday, blocker(7).created("2026-11-01T00:00:00").to("ESCALATED", "2026-11-11T00:00:00").changes()).survivors();
        assertEquals(
                List.of(new PhaseChange(7, "SHOP-7", org.decisiongates.timeline.Change.Kind.BLOCKER, "ESCALATED", "lead",
                        Instant.parse("2026-11-11T00:00:00Z"))),
                survivors.rows());
    }

    @Test
    public void everyWayOfBeingSettledEndsItsAge() {
        for (String end : List.of("RESOLVED", "ACCEPTED", "FALLBACK_INVOKED")) {
            Figure figure = figure(blocker(1).created("2026-11-01T00:00:00").to(end, "2026-11-03T12:00:00"));
            assertEquals(end, "2.50", secondary(figure, "p50-days"));
            assertEquals(end, "n/a", value(figure));
        }
    }

    @Test
    public void whatIsGoneIsNeitherOpenNorSettled() {
        Figure figure = figure(blocker(1).created("2026-11-01T00:00:00").deleted("2026-11-17T00:00:00"),
                blocker(2).created("2026-11-01T00:00:00").to("RESOLVED", "2026-11-02T00:00:00").movedTo(History.ELSEWHERE,
                        "2026-11-17T00:00:00"),
                blocker(3).created("2026-11-01T00:00:00").to("status:10077", "2026-11-17T00:00:00"));
        assertEquals(0, figure.sample());
        assertEquals("0", secondary(figure, "settled"));
    }

    private static History[] tenSettled() {
        return java.util.stream.IntStream.rangeClosed(1, 10).mapToObj(age -> blocker(age).created("2026-11-01T00:00:00")
                .to("RESOLVED", String.format(Locale.ROOT, "2026-11-%02dT00:00:00", 1 + age))).toArray(History[]::new);
    }

    private static void assertSurvivors(int count, History history) {
        assertEquals(String.valueOf(count), secondary(figure(history), "survivors"));
        assertEquals(count, ProjectedMetrics.result(history).survivors().total());
    }

    private static Figure figure(History... histories) {
        return ProjectedMetrics.figure(Metrics.BLOCKER_SURVIVAL, histories);
    }
}
