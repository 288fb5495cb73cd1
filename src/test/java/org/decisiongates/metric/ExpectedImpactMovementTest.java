package org.decisiongates.metric;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.Test;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;

public class ExpectedImpactMovementTest {

    private static final String BEFORE = "2026-11-02T10:00:00";
    private static final String TUESDAY = "2026-11-17T10:00:00";

    /**
     * The example of M12 in docs/metrics.md: conversion %, last week 0.5 × 2 = 1.0; now 0.8 × 2 + 0.5 × (−1) = 1.1: +0.1. The rules call
     * the +0.6 of the first line re-estimated; what changed there is the confidence, which the same rules ask to be told apart.
     */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        ImpactMovement movement = between(List.of(one(1, "a", line("0.5", "0", "2"))),
                List.of(one(1, "a", line("0.8", "0", "2")), one(2, "b", line("0.5", "0", "-1")))).get(0);
        assertNumber("1.0", movement.before().orElseThrow());
        assertNumber("1.1", movement.now());
        assertNumber("0.1", movement.change());
        assertNumber("-0.5", movement.added());
        assertNumber("0.6", movement.reestimated().add(movement.confidence()));
        assertNumber("0.6", movement.confidence());
        assertNumber("0", movement.closed());
        assertEquals(2, movement.issueTotal());
    }

    @Test
    public void theJournalTellsTheSame() {
        MetricsProjection.Result result = ProjectedMetrics.result(
                History.decision(1).created(BEFORE).line("a", line("0.5", "0", "2"), BEFORE).line("a", line("0.8", "0", "2"), TUESDAY),
                History.blocker(2).created(TUESDAY).line("b", line("0.5", "0", "-1"), TUESDAY));
        ImpactMovement movement = between(result.impactBefore().rows(), result.impact().rows()).get(0);
        assertNumber("1.0", movement.before().orElseThrow());
        assertNumber("1.1", movement.now());
        assertNumber("0.6", movement.confidence());
        assertNumber("-0.5", movement.added());
    }

    @Test
    public void whatIsSettledDeletedMovedOrWithdrawnIsClosed() {
        String monday = "2026-11-16T00:00:00";
        MetricsProjection.Result result = ProjectedMetrics.result(with(1).to("DECIDED", TUESDAY), with(2).deleted(TUESDAY),
                with(3).movedTo(History.ELSEWHERE, TUESDAY),
                with(4).noLine("4", TUESDAY), with(5).to("DECIDED", monday), with(6).to("DECIDED", "2026-11-15T23:59:59"), with(7));
        ImpactMovement movement = between(result.impactBefore().rows(), result.impact().rows()).get(0);
        assertNumber("6", movement.before().orElseThrow());
        assertNumber("1", movement.now());
        assertNumber("-5", movement.closed());
        assertEquals(1, movement.issueTotal());
    }

    @Test
    public void neverAddsDifferentUnits() {
        List<ImpactMovement> movements = between(List.of(), List.of(one(1, "a", line("1", "0", "2")),
                one(1, "b",
                        anImpactLine().in("points").to("3").line()),
                one(1, "c", anImpactLine().of("Refunds").towards(Direction.DOWN).from("5").to("4").line())));
        assertEquals(List.of("Conversion %", "Conversion points", "Refunds %"),
                movements.stream().map(one -> one.metric() + " " + one.unit()).toList());
        assertEquals(Direction.DOWN, movements.get(2).direction());
        assertNumber("-1", movements.get(2).change());
    }

    @Test
    public void aLineThatChangesItsUnitIsGoneFromOneAndNewInTheOther() {
        List<ImpactMovement> movements = between(List.of(one(1, "a", line("1", "0", "2"))), List.of(one(1, "a",
                anImpactLine().in("points").to("3").line())));
        assertNumber("-2", movements.get(0).closed());
        assertNumber("0", movements.get(0).now());
        assertEquals(0, movements.get(0).issueTotal());
        assertNumber("3", movements.get(1).added());
    }

    @Test
    public void nothingMovesWhereNothingIsExpected() {
        assertEquals(List.of(), between(List.of(), List.of()));
    }

    @Test
    public void thePartsAddUpToTheLastDigit() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Contribution> before = some(random);
            List<Contribution> now = some(random);
            BigDecimal moved = BigDecimal.ZERO;
            for (ImpactMovement movement : between(before, now)) {
                BigDecimal parts = movement.added().add(movement.closed()).add(movement.reestimated()).add(movement.confidence());
                assertNumber("seed " + seed, movement.change(), parts);
                moved = moved.add(movement.change());
            }
            assertNumber("seed " + seed, sum(now).subtract(sum(before)), moved);
        }
    }

    @Test
    public void turningTimeAroundTurnsTheMovementAround() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Contribution> before = some(random);
            List<Contribution> now = some(random);
            List<ImpactMovement> there = bySeries(between(before, now));
            List<ImpactMovement> back = bySeries(between(now, before));
            for (int i = 0; i < there.size(); i++) {
                assertNumber("seed " + seed, there.get(i).change(), back.get(i).change().negate());
                assertNumber("seed " + seed, there.get(i).added(), back.get(i).closed().negate());
            }
        }
    }

    @Test
    public void aLineOfMonstrousNumbersIsPassedOver() {
        MetricsProjection.Result result = ProjectedMetrics.result(History.decision(1).created(BEFORE).line("a", line("1", "0", "2"), BEFORE)
                .row("impact-b-1", org.decisiongates.timeline.Change.Item.IMPACT, "b", "",
                        "metric=Conversion;unit=%;expected=1e999999999;confidence=1", BEFORE)
                .row("impact-c-1", org.decisiongates.timeline.Change.Item.IMPACT, "c", "", "metric=Conversion;expected=NaN", BEFORE)
                .row("impact-d-1", org.decisiongates.timeline.Change.Item.IMPACT, "d", "", "direction=SIDEWAYS", BEFORE)
                .row("impact-e-1", org.decisiongates.timeline.Change.Item.IMPACT, "e", "", "check=yesterday", BEFORE));
        assertEquals(1, result.impact().total());
        assertEquals(4, result.unreadable());
    }

    @Test
    public void keepsSoManyLinesAndCountsAll() {
        List<org.decisiongates.timeline.Change> changes = new ArrayList<>();
        for (int i = 0; i < Impact.MAX_LINES + 1; i++) {
            changes.addAll(with(i).changes());
        }
        MetricsProjection.Result result = ProjectedMetrics.result(ProjectedMetrics.PERIOD, changes);
        assertEquals(Impact.MAX_LINES + 1, result.impact().total());
        assertEquals(Impact.MAX_LINES, result.impact().rows().size());
        assertTrue(!result.impact().isWhole() && ProjectedMetrics.result(with(1)).impact().isWhole());
        assertEquals(Instant.parse("2026-11-23T00:00:00Z"), ProjectedMetrics.PERIOD.until());
    }

    private static List<Contribution> some(Random random) {
        List<Contribution> some = new ArrayList<>();
        for (int line = 0; line < 12; line++) {
            if (random.nextInt(3) > 0) {
                some.add(one(line / 2, "line-" + line,
                        anImpactLine().of("Metric " + random.nextInt(2)).in(random.nextBoolean() ? "%" : "points")
                                .towards(random.nextBoolean() ? Direction.UP : Direction.DOWN).from(any(random)).to(any(random))
                                .confidence(BigDecimal.valueOf(random.nextInt(101), 2)).line()));
            }
        }
        return some;
    }

    private static BigDecimal any(Random random) {
        return BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(7));
    }

    private static BigDecimal sum(List<Contribution> contributions) {
        return contributions.stream().map(one -> one.line().weight()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What got better in one direction got worse in the other, and so comes in another order. */
    private static List<ImpactMovement> bySeries(List<ImpactMovement> movements) {
        return movements.stream().sorted(Comparator.comparing(ImpactMovement::metric).thenComparing(ImpactMovement::unit)).toList();
    }

    private static List<ImpactMovement> between(List<Contribution> before, List<Contribution> now) {
        return ImpactMovement.between(Optional.of(before), now);
    }

    private static History with(long id) {
        return History.decision(id).created(BEFORE).line(String.valueOf(id), line("1", "0", "1"), BEFORE);
    }

    private static Contribution one(long issue, String id, ImpactLine line) {
        return new Contribution(issue, "SHOP-" + issue, id, line);
    }

    private static ImpactLine line(String confidence, String baseline, String expected) {
        return anImpactLine().from(baseline).to(expected).confidence(confidence).line();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static void assertNumber(String expected, BigDecimal actual) {
        assertNumber(expected, number(expected), actual);
    }

    private static void assertNumber(String message, BigDecimal expected, BigDecimal actual) {
        assertTrue(message + ": " + expected + " expected, but was " + actual, expected.compareTo(actual) == 0);
    }
}
