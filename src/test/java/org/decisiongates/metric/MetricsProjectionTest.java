package org.decisiongates.metric;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.PhaseChange;

public class MetricsProjectionTest {

    private static final int SEEDS = 200;

    @Test
    public void whatOpenedLessWhatClosedIsWhatMoreIsOpen() {
        for (long seed = 0; seed < SEEDS; seed++) {
            MetricsProjection.Result result = ProjectedMetrics.result(ProjectedMetrics.PERIOD,
                    History.all(new RandomHistories(seed).some(40)));
            for (Flow flow : List.of(result.decisions(), result.blockers())) {
                assertEquals("seed " + seed + " " + flow, flow.openAtEnd(),
                        flow.openAtStart() + flow.opened() - flow.closed() - flow.removed());
            }
            assertEquals("seed " + seed, result.decisions().closed() + result.blockers().closed(), result.closures().total());
        }
    }

    @Test
    public void aWeekBeginsAsTheWeekBeforeEnded() {
        Period before = Period.of(ProjectedMetrics.WEEK.previous(), ProjectedMetrics.ZONE, ProjectedMetrics.PERIOD.asOf());
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Change> changes = History.all(new RandomHistories(seed).some(40));
            MetricsProjection.Result earlier = ProjectedMetrics.result(before, changes);
            MetricsProjection.Result later = ProjectedMetrics.result(ProjectedMetrics.PERIOD, changes);
            assertEquals("seed " + seed, earlier.decisions().openAtEnd(), later.decisions().openAtStart());
            assertEquals("seed " + seed, earlier.blockers().openAtEnd(), later.blockers().openAtStart());
            assertEquals("seed " + seed, earlier.impact(), later.impactBefore());
        }
    }

    @Test
    public void theOrderOfIssuesAndOfTheirChangesAndRepeatsMakeNoDifference() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<History> histories = new RandomHistories(seed).some(40);
            MetricsProjection.Result expected = ProjectedMetrics.result(ProjectedMetrics.PERIOD, History.all(histories));
            Random random = new Random(seed);
            Collections.shuffle(histories, random);
            List<Change> shuffled = new ArrayList<>();
            for (History history : histories) {
                List<Change> changes = new ArrayList<>(history.changes());
                changes.addAll(history.changes());
                Collections.shuffle(changes, random);
                shuffled.addAll(changes);
            }
            assertSame("seed " + seed, expected, ProjectedMetrics.result(ProjectedMetrics.PERIOD, shuffled));
        }
    }

    @Test
    public void whatHappensAfterAnOverWeekChangesNoneOfItsNumbersButVelocity() {
        Period atItsEnd = Period.of(ProjectedMetrics.WEEK, ProjectedMetrics.ZONE, ProjectedMetrics.PERIOD.until());
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Change> changes = History.all(new RandomHistories(seed).some(40));
            MetricsProjection.Result then = ProjectedMetrics.result(atItsEnd,
                    changes.stream().filter(change -> change.at().isBefore(ProjectedMetrics.PERIOD.until())).toList());
            MetricsProjection.Result later = ProjectedMetrics.result(ProjectedMetrics.PERIOD, changes);
            assertEquals("seed " + seed, withoutVelocity(then), withoutVelocity(later));
            assertEquals("seed " + seed, then.decisions(), later.decisions());
            assertEquals("seed " + seed, then.blockers(), later.blockers());
            assertEquals("seed " + seed, then.survivors().total(), later.survivors().total());
            assertEquals("seed " + seed, then.reopenings().total(), later.reopenings().total());
        }
    }

    @Test
    public void hiddenIssuesAreAsIfTheyWereNotThere() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<History> histories = new RandomHistories(seed).some(40);
            List<Change> seen = History.all(histories).stream().filter(change -> change.issueId() % 3 != 0).toList();
            MetricsProjection projection = new MetricsProjection(ProjectedMetrics.PERIOD, Set.of(History.PROJECT), id -> id % 3 != 0);
            History.all(histories).forEach(projection::take);
            assertSame("seed " + seed, ProjectedMetrics.result(ProjectedMetrics.PERIOD, seen), projection.result());
        }
    }

    @Test
    public void theIssuesBehindANumberAreAsManyAsItCounts() {
        for (long seed = 0; seed < SEEDS; seed++) {
            MetricsProjection.Result result = ProjectedMetrics.result(ProjectedMetrics.PERIOD,
                    History.all(new RandomHistories(seed).some(60)));
            for (Figure figure : result.figures()) {
                assertEquals(figure.toString(), Math.min(figure.issueTotal(), Figure.MAX_ISSUES), figure.issues().size());
                assertEquals(figure.toString(), new HashSet<>(figure.issues()).size(), figure.issues().size());
                assertTrue(figure.toString(), figure.issueTotal() <= figure.sample());
                assertEquals(figure.toString(), figure.sample() >= Figure.ENOUGH, figure.enough());
            }
        }
    }

    @Test
    public void everyMetricHasAFigureInItsPlace() {
        assertEquals(Metrics.all().stream().map(MetricDefinition::key).toList(),
                ProjectedMetrics.result().figures().stream().map(Figure::metric).toList());
    }

    @Test
    public void anEmptyJournalHasNoNumbersOfIts() {
        MetricsProjection.Result result = ProjectedMetrics.result();
        assertEquals(new Flow(0, 0, 0, 0, 0), result.decisions());
        assertEquals(List.of("0.00"),
                result.figures().stream().filter(figure -> figure.value().isPresent()).map(ProjectedMetrics::value).toList());
        assertTrue(result.figures().stream().noneMatch(Figure::enough));
        assertTrue(result.closures().isWhole() && result.reopenings().isWhole() && result.impact().isWhole());
    }

    @Test
    public void tellsWhoSettledAndReopenedWhat() {
        MetricsProjection.Result result = ProjectedMetrics.result(
                History.decision(1).created("2026-11-02T10:00:00").to("DECIDED", "2026-11-17T10:00:00"),
                History.blocker(2).created("2026-11-02T10:00:00").to("RESOLVED", "2026-11-18T10:00:00"),
                History.decision(3).created("2026-11-02T10:00:00").to("REJECTED", "2026-11-03T10:00:00").to("IN_REVIEW",
                        "2026-11-19T10:00:00"),
                History.decision(4).created("2026-11-02T10:00:00").to("DECIDED", "2026-11-17T10:00:00").to("IN_REVIEW",
                        "2026-11-17T11:00:00"),
                History.decision(5).created("2026-11-02T10:00:00").to("DECIDED", "2026-11-23T00:00:00"),
                History.decision(6).created("2026-11-02T10:00:00").to("DECIDED", "2026-11-17T10:00:00").deleted("2026-11-18T10:00:00"));
        assertEquals(
                List.of(phaseChange(2, Kind.BLOCKER, "RESOLVED", "2026-11-18T10:00:00Z"),
                        phaseChange(1, Kind.DECISION, "DECIDED", "2026-11-17T10:00:00Z")),
                result.closures().rows());
        assertEquals(
                List.of(phaseChange(3, Kind.DECISION, "IN_REVIEW", "2026-11-19T10:00:00Z"),
                        phaseChange(4, Kind.DECISION, "IN_REVIEW", "2026-11-17T11:00:00Z")),
                result.reopenings().rows());
    }

    @Test
    public void keepsTheNewestTurnsAndCountsAll() {
        List<Change> changes = new ArrayList<>();
        for (int id = 0; id < NewestPhaseChanges.MAX_CHANGES + 5; id++) {
            Instant at = Instant.parse("2026-11-17T10:00:00Z").plusSeconds(id);
            changes.addAll(History.blocker(id).created("2026-11-02T10:00:00").to("RESOLVED", at.toString().replace("Z", "")).changes());
        }
        Listing<PhaseChange> closures = ProjectedMetrics.result(ProjectedMetrics.PERIOD, changes).closures();
        assertEquals(NewestPhaseChanges.MAX_CHANGES + 5, closures.total());
        assertEquals(NewestPhaseChanges.MAX_CHANGES, closures.rows().size());
        assertEquals(NewestPhaseChanges.MAX_CHANGES + 4, closures.rows().get(0).issueId());
        assertEquals(5, closures.rows().get(NewestPhaseChanges.MAX_CHANGES - 1).issueId());
    }

    @Test
    public void gatedIssuesAndThingsFromANewerVersionAreNoPartOfTheNumbers() {
        List<Change> changes = new ArrayList<>(History.decision(1).created("2026-11-17T10:00:00").changes());
        changes.add(aChange().issue(2, "SHOP-2").in(History.PROJECT).kind(Kind.GATED).group(Change.CREATION).item(Item.CREATED)
                .to("phase=status:3").at(at()).change());
        changes.add(aChange().issue(3, "SHOP-3").in(History.PROJECT).kind(Kind.stored("EPIC")).group("8").item(Item.stored("RENAMED"))
                .from("a").to("b").at(at()).change());
        MetricsProjection.Result result = ProjectedMetrics.result(ProjectedMetrics.PERIOD, changes);
        assertEquals(3, result.issues());
        assertEquals(1, result.decisions().openAtEnd());
        assertEquals(0, result.blockers().openAtEnd());
        assertEquals(0, result.unreadable());
    }

    @Test
    public void tellsWhatLeftTheProjectEvenAfterwardsAndEvenWhenItMayNotCount() {
        MetricsProjection projection = new MetricsProjection(ProjectedMetrics.asOf("2026-11-17T10:00:00Z"), Set.of(History.PROJECT),
                id -> id != 2);
        History.all(List.of(History.decision(1).created("2026-11-02T10:00:00"),
                History.decision(2).created("2026-11-02T10:00:00").movedTo(History.ELSEWHERE, "2026-11-03T10:00:00"),
                History.decision(3).created("2026-11-02T10:00:00").movedTo(History.ELSEWHERE, "2026-11-30T10:00:00"),
                History.decision(4).created("2026-11-02T10:00:00").deleted("2026-11-03T10:00:00"))).forEach(projection::take);
        assertEquals(java.util.Optional.of(Set.of(2L, 3L)), projection.movedAway());
        for (long id = 10_001; id < 20_000 - 1; id++) {
            History.decision(id).created("2026-11-02T10:00:00").movedTo(History.ELSEWHERE, "2026-11-03T10:00:00").changes()
                    .forEach(projection::take);
        }
        assertEquals(10_000, projection.movedAway().orElseThrow().size());
        History.decision(99_999).created("2026-11-02T10:00:00").movedTo(History.ELSEWHERE, "2026-11-03T10:00:00").changes()
                .forEach(projection::take);
        assertTrue("too many to tell", projection.movedAway().isEmpty());
    }

    private static Set<Figure> withoutVelocity(MetricsProjection.Result result) {
        return result.figures().stream().filter(figure -> !figure.metric().equals(Metrics.PILOT_DECISION_VELOCITY.key()))
                .map(figure -> new Figure(figure.metric(), figure.value(), figure.sample(), figure.enough(), figure.before(),
                        figure.secondaryFigures(),
                        figure.issues().stream().map(MetricsProjectionTest::number).toList(), figure.issueTotal()))
                .collect(Collectors.toSet());
    }

    /** An issue goes by its newest key. */
    private static String number(String key) {
        return key.substring(key.indexOf('-') + 1);
    }

    private static void assertSame(String message, MetricsProjection.Result expected, MetricsProjection.Result actual) {
        assertEquals(message, expected.figures(), actual.figures());
        assertEquals(message, expected.closures(), actual.closures());
        assertEquals(message, expected.reopenings(), actual.reopenings());
        assertEquals(message, expected.survivors(), actual.survivors());
        assertEquals(message, expected.decisions(), actual.decisions());
        assertEquals(message, expected.blockers(), actual.blockers());
        assertEquals(message, expected.open(), actual.open());
        assertEquals(message, expected.issues(), actual.issues());
        assertEquals(message, new HashSet<>(expected.impact().rows()), new HashSet<>(actual.impact().rows()));
    }

    private static PhaseChange phaseChange(long id, Kind kind, String phase, String at) {
        return new PhaseChange(id, "SHOP-" + id, kind, phase, "lead", Instant.parse(at));
    }

    private static Instant at() {
        return Instant.parse("2026-11-17T10:00:00Z");
    }
}
