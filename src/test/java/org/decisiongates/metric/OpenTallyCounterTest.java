package org.decisiongates.metric;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.decisiongates.metric.History.blocker;
import static org.decisiongates.metric.History.decision;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.Test;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;

public class OpenTallyCounterTest {

    private static final String BEFORE = "2026-11-02T10:00:00";
    private static final String TUESDAY = "2026-11-17T10:00:00";
    private static final String AFTER = "2026-11-24T10:00:00";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    public void countsWhatIsOpenByWhoeverOwnsItAtTheEnd() {
        OpenTally open = ProjectedMetrics.result(
                decision(1).ownedBy("").due("2026-11-30").created(BEFORE),
                decision(2).created(BEFORE).owner("owner", TUESDAY),
                decision(3).ownedBy("owner").due("2026-11-22").created(BEFORE),
                decision(4).ownedBy("owner").due("2026-11-30").created(BEFORE).due("2026-11-25", TUESDAY),
                decision(5).ownedBy("owner").created(BEFORE).to("DECIDED", TUESDAY),
                decision(6).ownedBy("owner").created(BEFORE).to("DECIDED", TUESDAY).to("IN_REVIEW", TUESDAY),
                decision(7).ownedBy("owner").created(BEFORE).owner("lead", AFTER).due("2026-11-01", AFTER),
                blocker(8).ownedBy("owner").created(BEFORE)).open().decisions().orElseThrow();

        assertEquals(List.of(new OwnerLoad(Optional.empty(), false, 1, 0, Optional.of(LocalDate.of(2026, 11, 30)), 0, List.of()),
                new OwnerLoad(Optional.of("owner"), false, 5, 1, Optional.of(LocalDate.of(2026, 11, 22)), 3, List.of())), open.owners());
        assertEquals(6, open.open());
    }

    @Test
    public void countsWhatHurts() {
        OpenTally open = ProjectedMetrics.result(
                blocker(1).customerFacing().due("2026-11-20").created(BEFORE).to("ESCALATED", TUESDAY),
                blocker(2).due("2026-11-20").created(BEFORE).customerFacing(true, TUESDAY).fallback(true, TUESDAY),
                blocker(3).customerFacing().withFallback().due("2026-11-20").created(BEFORE).customerFacing(false, TUESDAY).fallback(false,
                        TUESDAY),
                blocker(4).customerFacing().withFallback().due("2026-11-30").created(BEFORE).to("ESCALATED", BEFORE).to("RESOLVING",
                        TUESDAY),
                blocker(5).customerFacing().withFallback().created(BEFORE).to("ESCALATED", AFTER),
                blocker(6).customerFacing().due("2026-11-20").created(BEFORE).to("ESCALATED", BEFORE).to("RESOLVED", TUESDAY))
                .open().blockers().orElseThrow();

        assertEquals(1, open.escalated());
        assertEquals(2, open.overdueFacing());
        assertEquals(2, open.withoutFallback());
        assertEquals(List.of(new OwnerLoad(Optional.of("lead"), false, 5, 3, Optional.of(LocalDate.of(2026, 11, 20)), 1, List.of())),
                open.owners());
    }

    @Test
    public void leavesOutWhatIsGone() {
        MetricsProjection.Result result = ProjectedMetrics.result(decision(1).created(BEFORE).deleted(TUESDAY),
                decision(2).created(BEFORE).movedTo(History.ELSEWHERE, TUESDAY),
                decision(3).created(BEFORE).to("status:10077", TUESDAY), decision(4).created(AFTER),
                decision(5).in(History.ELSEWHERE).created(BEFORE).movedTo(History.PROJECT, TUESDAY));

        assertEquals(1, result.open().decisions().orElseThrow().open());
        assertEquals(0, result.open().blockers().orElseThrow().open());
    }

    @Test
    public void somethingIsOverdueOnTheDayAfterItsDueDateOfTheProject() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        List<Change> changes = decision(1).due("2026-11-18").created(BEFORE).changes();
        for (String[] moment : new String[][] {{"2026-11-18T14:59:59.999Z", "2026-11-18", "0"},
                {"2026-11-18T15:00:00Z", "2026-11-19", "1"}}) {
            MetricsProjection projection = new MetricsProjection(Period.of(ProjectedMetrics.WEEK, tokyo, Instant.parse(moment[0])),
                    Set.of(History.PROJECT), id -> true);
            changes.forEach(projection::take);
            MetricsProjection.Result result = projection.result();
            assertEquals(moment[0], LocalDate.parse(moment[1]), result.today());
            assertEquals(moment[0], Long.parseLong(moment[2]), result.open().decisions().orElseThrow().owners().get(0).overdue());
        }
    }

    @Test
    public void aWeekThatIsOverIsLookedAtFromTheMondayAfter() {
        assertEquals(MONDAY, ProjectedMetrics.result().today());
        assertEquals(MONDAY,
                ProjectedMetrics.result(ProjectedMetrics.asOf("2026-11-23T00:00:00Z"), List.of()).today());
        assertEquals(MONDAY.minusDays(1),
                ProjectedMetrics.result(ProjectedMetrics.asOf("2026-11-22T23:59:59.998Z"), List.of()).today());
    }

    @Test
    public void agreesWithTheFlow() {
        for (long seed = 0; seed < 200; seed++) {
            MetricsProjection.Result result = ProjectedMetrics.result(ProjectedMetrics.PERIOD,
                    History.all(new RandomHistories(seed).some(40)));
            assertEquals("seed " + seed, result.decisions().openAtEnd(), result.open().decisions().orElseThrow().open());
            assertEquals("seed " + seed, result.blockers().openAtEnd(), result.open().blockers().orElseThrow().open());
        }
    }

    @Test
    public void isNotApplicableWhereNotAllOfItIsKnown() {
        List<Change> changes = new ArrayList<>(decision(1).created(BEFORE).changes());
        changes.add(aChange().issue(2, "SHOP-2").in(History.PROJECT).kind(Change.Kind.DECISION).group("7").from("DRAFT").to("IN_REVIEW")
                .at(Instant.parse(BEFORE + "Z")).change());
        assertTrue("it was there before anything was written down",
                ProjectedMetrics.result(ProjectedMetrics.PERIOD, changes).open().decisions().isEmpty());
        assertEquals(2, ProjectedMetrics.result(ProjectedMetrics.PERIOD, changes).decisions().openAtEnd());
        assertTrue("a date that is none", ProjectedMetrics.result(blocker(1).created(BEFORE).due("2026-11-18", BEFORE)
                .row("9", Item.DUE, "", "2026-11-18", "soon", TUESDAY)).open().blockers().isEmpty());
        assertFalse("of what is settled",
                ProjectedMetrics.result(blocker(1).created(BEFORE).row("9", Item.DUE, "", "", "soon", TUESDAY).to("RESOLVED", TUESDAY))
                        .open().blockers().isEmpty());
    }

    @Test
    public void isNotApplicableWhenMorePeopleOwnItThanAnybodyReads() {
        assertEquals(OpenTallyCounter.MAX_OWNERS, owned(OpenTallyCounter.MAX_OWNERS).open().decisions().orElseThrow().owners().size());
        MetricsProjection.Result more = owned(OpenTallyCounter.MAX_OWNERS + 1);
        assertTrue(more.open().decisions().isEmpty());
        assertTrue(more.open().blockers().isPresent());
    }

    private static MetricsProjection.Result owned(int owners) {
        return ProjectedMetrics
                .result(LongStream.range(0, owners * 2L).mapToObj(id -> decision(id).ownedBy("user-" + id % owners).created(BEFORE))
                        .toArray(History[]::new));
    }
}
