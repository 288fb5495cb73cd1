package org.decisiongates.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.decisiongates.metric.History.blocker;
import static org.decisiongates.metric.History.decision;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.metric.History;
import org.decisiongates.metric.ProjectedMetrics;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;

public class IssueTimelineTest {

    private static final String NINE = "2026-11-16T09:00:00";
    private static final String TEN = "2026-11-16T10:00:00";
    private static final String ELEVEN = "2026-11-16T11:00:00";

    @Test
    public void knowsHowThingsStoodAtAnyTime() {
        IssueTimeline life = life(
                decision(1).ownedBy("lead").due("2026-11-20").created(NINE).to("IN_REVIEW", TEN).owner("former", TEN).due("", ELEVEN));
        assertEquals(Optional.empty(), life.phaseAt(at("2026-11-16T08:59:59")));
        assertEquals(Optional.of("DRAFT"), life.phaseAt(at(NINE)));
        assertEquals(Optional.of("DRAFT"), life.phaseAt(at("2026-11-16T09:59:59")));
        assertEquals(Optional.of("IN_REVIEW"), life.phaseAt(at(TEN)));
        assertEquals(Optional.empty(), life.phaseBefore(at(NINE)));
        assertEquals(Optional.of("DRAFT"), life.phaseBefore(at(TEN)));
        assertEquals(Optional.of("IN_REVIEW"), life.phaseBefore(at("2026-11-16T10:00:01")));
        assertEquals("lead", life.owners().before(at(TEN)));
        assertEquals("former", life.owners().at(at(TEN)));
        assertEquals(Optional.of(LocalDate.parse("2026-11-20")), life.dueAt(at("2020-01-01T00:00:00")));
        assertEquals(Optional.empty(), life.dueAt(at(ELEVEN)));
        assertTrue(life.isCreationKnown());
    }

    @Test
    public void theSameChangesMakeTheSameLifeInAnyOrderAndHoweverOftenTheyAreTold() {
        History history = decision(1).due("2026-11-20").created(NINE).to("IN_REVIEW", NINE).to("DECIDED", NINE).owner("former", NINE)
                .owner("lead", NINE)
                .due("2026-11-21", NINE).blockedBy(7, NINE).scope(NINE).movedTo(History.ELSEWHERE, TEN).to("IN_DELIVERY", TEN)
                .movedTo(History.PROJECT, TEN);
        IssueTimeline expected = life(history);
        assertEquals("IN_DELIVERY", expected.phases().last());
        assertTrue(expected.counted().last());
        for (long seed = 0; seed < 200; seed++) {
            List<Change> shuffled = new ArrayList<>(history.changes());
            shuffled.addAll(history.changes());
            Collections.shuffle(shuffled, new Random(seed));
            assertSame("seed " + seed, expected, IssueTimeline.of(shuffled, Set.of(History.PROJECT)));
        }
    }

    @Test
    public void aCriterionOfTheRecordIsAPartOfTheScope() {
        String fast = "kind=criterion;text=Fast;target=400;unit=ms;state=OPEN";
        History history = decision(1).created(NINE).row("record-7-1", Item.RECORD, "7", "", fast, "2026-11-16T09:10:00")
                .row("record-7-2", Item.RECORD, "7", fast, fast.replace("OPEN", "VERIFIED") + ";verifier=lead", "2026-11-16T09:20:00")
                .row("record-7-3", Item.RECORD, "7", fast, fast.replace("400", "900"), "2026-11-16T09:30:00")
                .row("record-7-4", Item.RECORD, "7", fast, "", "2026-11-16T09:40:00")
                .row("record-8-1", Item.RECORD, "8", "", "kind=risk;text=Queues;state=OPEN", "2026-11-16T09:50:00");

        assertEquals(List.of(at("2026-11-16T09:10:00"), at("2026-11-16T09:30:00"), at("2026-11-16T09:40:00")), life(history).scopeEdits());
        assertEquals(0, life(history).unreadable());
    }

    @Test
    public void groupsOfOneInstantGoByTheirNumber() {
        IssueTimeline life = life(decision(1).created(NINE).row("10", Item.PHASE, "", "IN_REVIEW", "DECIDED", TEN).row("9", Item.PHASE, "",
                "DRAFT", "IN_REVIEW", TEN));
        assertEquals("DECIDED", life.phases().last());
    }

    @Test
    public void aClockThatIsBehindDoesNotTurnHistoryAround() {
        IssueTimeline life = life(blocker(1).created(NINE).to("RESOLVING", "2026-11-16T10:00:05").to("RESOLVED", "2026-11-16T10:00:03")
                .to("OPEN", "2026-11-16T10:00:04"));
        assertEquals(List.of("RESOLVING", "RESOLVED", "OPEN"), life.phases().points().stream().map(TemporalValue.Point::to).toList());
        assertEquals(List.of(at("2026-11-16T10:00:05"), at("2026-11-16T10:00:05"), at("2026-11-16T10:00:05")),
                life.phases().points().stream().map(TemporalValue.Point::at).toList());
    }

    @Test
    public void aGapInWhatIsKnownIsNotExplainedByClocksAndIsFilledWithWhatMustHaveBeen() {
        IssueTimeline life = life(blocker(1).created(NINE).row("101", Item.PHASE, "", "ESCALATED", "RESOLVED", TEN).row("102", Item.PHASE,
                "", "OPEN", "RESOLVING", ELEVEN));
        assertEquals(List.of("ESCALATED", "RESOLVED", "OPEN", "RESOLVING"),
                life.phases().points().stream().map(TemporalValue.Point::to).toList());
        assertEquals(List.of(at(TEN), at(ELEVEN)), life.corrections());
        assertTrue(life.isCorrectedBefore(at("2026-11-16T10:00:01")));
        assertFalse(life.isCorrectedBefore(at(TEN)));
    }

    @Test
    public void anEntryThatSaysWhatAnotherOneSaidIsNoGap() {
        IssueTimeline life = life(
                blocker(1).created(NINE).to("RESOLVING", TEN).row("150", Item.PHASE, "", "OPEN", "RESOLVING", "2026-11-16T10:00:02"));
        assertEquals(List.of("RESOLVING"), life.phases().points().stream().map(TemporalValue.Point::to).toList());
        assertEquals(List.of(), life.corrections());
    }

    @Test
    public void nothingHappensBeforeTheCreation() {
        IssueTimeline life = life(decision(1).created(TEN).to("IN_REVIEW", NINE));
        assertEquals(at(TEN), life.createdAt());
        assertEquals(Optional.of("IN_REVIEW"), life.phaseAt(at(TEN)));
        assertEquals(Optional.empty(), life.phaseAt(at(NINE)));
    }

    @Test
    public void withoutACreationTheFirstChangeSaysHowThingsStood() {
        IssueTimeline life = life(blocker(1).ownedBy("lead").row("7", Item.PHASE, "", "RESOLVING", "RESOLVED", TEN).row("8", Item.OWNER, "",
                "lead", "former", ELEVEN));
        assertEquals("RESOLVING", life.phases().initial());
        assertEquals("lead", life.owners().initial());
        assertEquals(at(TEN), life.createdAt());
        assertFalse(life.isCreationKnown());
    }

    @Test
    public void aCreationToldTwiceIsTheFirst() {
        IssueTimeline life = life(decision(1).created(TEN).created(NINE).to("IN_REVIEW", ELEVEN));
        assertEquals(at(NINE), life.createdAt());
        assertEquals(List.of("IN_REVIEW"), life.phases().points().stream().map(TemporalValue.Point::to).toList());
    }

    @Test
    public void whatNobodyCanReadIsPassedOverAndCounted() {
        IssueTimeline life = life(decision(1).row("0", Item.CREATED, "", "", "=nonsense", NINE).row("5", Item.DUE, "", "", "tomorrow", TEN)
                .row("6", Item.LINK, "no id", "", "SHOP-2", TEN).row("7", Item.OTHER, "", "a", "b", TEN)
                .row("8", Item.PHASE, "", "DRAFT", "PARKED", TEN));
        assertEquals(3, life.unreadable());
        assertEquals(Optional.of("PARKED"), life.phaseAt(at(TEN)));
        assertFalse(life.isCreationKnown());
        assertFalse(life.isOpenBefore(at(ELEVEN)));
        assertFalse(life.isSettledBefore(at(ELEVEN)));
    }

    @Test
    public void countsWhileItIsInAProjectThatIsAskedFor() {
        History history = decision(1).created(NINE).movedTo(History.ELSEWHERE, TEN).to("IN_REVIEW", "2026-11-16T10:30:00")
                .movedTo(History.PROJECT, ELEVEN);
        assertCounted(life(history), true, false, true);
        assertCounted(IssueTimeline.of(history.changes(), Set.of(History.PROJECT, History.ELSEWHERE)), true, true, true);
        assertCounted(IssueTimeline.of(history.changes(), Set.of(History.ELSEWHERE)), false, true, false);
        assertEquals("SHOP-1", life(history).key());
    }

    @Test
    public void whatHappenedElsewhereIsCaughtUpOnReturn() {
        History history = decision(1).created(NINE).movedTo(History.ELSEWHERE, TEN).to("IN_REVIEW", "2026-11-16T10:30:00")
                .to("DECIDED", "2026-11-16T10:31:00")
                .movedTo(History.PROJECT, ELEVEN).to("IN_REVIEW", "2026-11-16T11:01:00");
        List<Change> here = history.changes().stream().filter(change -> change.projectId() == History.PROJECT).toList();
        IssueTimeline life = IssueTimeline.of(here, Set.of(History.PROJECT));
        assertEquals(List.of("DECIDED", "IN_REVIEW"), life.phases().points().stream().map(TemporalValue.Point::to).toList());
        assertCounted(life, true, false, true);
        assertTrue(life.isCreationKnown());
    }

    @Test
    public void whatArrivesBeginsAsItArrived() {
        History history = blocker(1).in(History.ELSEWHERE).created(NINE).to("ESCALATED", "2026-11-16T09:30:00").movedTo(History.PROJECT,
                TEN);
        List<Change> here = history.changes().stream().filter(change -> change.projectId() == History.PROJECT).toList();
        IssueTimeline life = IssueTimeline.of(here, Set.of(History.PROJECT));
        assertEquals(Optional.of("ESCALATED"), life.phaseAt(at(TEN)));
        assertEquals(at(TEN), life.createdAt());
        assertFalse(life.isCreationKnown());
    }

    @Test
    public void whatIsDeletedIsGoneUntilItIsToldOfAgain() {
        IssueTimeline life = life(decision(1).created(NINE).deleted(TEN).row("9", Item.CREATED, "", "", "phase=DRAFT;owner=lead", ELEVEN));
        assertCounted(life, true, false, true);
        assertCounted(life(decision(1).created(NINE).deleted(TEN).deleted(ELEVEN)), true, false, false);
        assertFalse("deleted in the instant of its last change",
                life(decision(1).created(NINE).row("gone", Item.DELETED, "", "", "", TEN).to("IN_REVIEW", TEN)).counted().last());
    }

    @Test
    public void anIssueThatMachinesChangedAHundredThousandTimesIsReadAllTheSame() {
        History history = decision(1).created(NINE);
        for (int i = 0; i < 50_000; i++) {
            String at = at(TEN).plusMillis(i * 10L).toString().replace("Z", "");
            history.to("IN_REVIEW", at).to("DRAFT", at);
        }
        IssueTimeline life = life(history);
        assertEquals(100_000, life.phases().points().size());
        assertEquals("DRAFT", life.phases().last());
    }

    @Test
    public void isOfTheKindItWasLast() {
        List<Change> changes = new ArrayList<>(decision(1).created(NINE).to("IN_REVIEW", TEN).changes());
        changes.add(aChange().in(History.PROJECT).group("300").from("IN_REVIEW").to("OPEN").at(at(ELEVEN)).change());
        IssueTimeline life = IssueTimeline.of(changes, Set.of(History.PROJECT));
        assertEquals(Kind.BLOCKER, life.kind());
        assertTrue(life.isOpenBefore(at("2026-11-17T00:00:00")));
    }

    @Test
    public void wasOpenEvenWhenThatTookNoTime() {
        assertTrue(
                life(decision(1).created("2026-11-17T10:00:00").to("DECIDED", "2026-11-17T10:00:00")).wasOpenIn(ProjectedMetrics.PERIOD));
        assertFalse(life(decision(1).created("2026-11-17T10:00:00", "DECIDED")).wasOpenIn(ProjectedMetrics.PERIOD));
        assertFalse(life(decision(1).created("2026-11-23T00:00:00")).wasOpenIn(ProjectedMetrics.PERIOD));
        assertTrue(
                life(decision(1).created("2026-11-15T23:59:59").to("DECIDED", "2026-11-16T00:00:00")).wasOpenIn(ProjectedMetrics.PERIOD));
        assertFalse(
                life(decision(1).created("2026-11-15T23:59:59").to("DECIDED", "2026-11-15T23:59:59")).wasOpenIn(ProjectedMetrics.PERIOD));
    }

    private static void assertCounted(IssueTimeline life, boolean first, boolean then, boolean last) {
        assertEquals(List.of(first, then, last),
                List.of(life.counted().at(at("2026-11-16T09:59:59")), life.counted().at(at("2026-11-16T10:40:00")),
                        life.counted().at(at("2026-11-16T23:00:00"))));
    }

    private static void assertSame(String message, IssueTimeline expected, IssueTimeline actual) {
        assertEquals(message, expected.phases().points(), actual.phases().points());
        assertEquals(message, expected.owners().points(), actual.owners().points());
        assertEquals(message, expected.dues().points(), actual.dues().points());
        assertEquals(message, expected.counted().points(), actual.counted().points());
        assertEquals(message, expected.blockers(), actual.blockers());
        assertEquals(message, expected.scopeEdits(), actual.scopeEdits());
        assertEquals(message, expected.createdAt(), actual.createdAt());
        assertEquals(message, expected.key(), actual.key());
    }

    private static IssueTimeline life(History history) {
        return IssueTimeline.of(history.changes(), Set.of(History.PROJECT));
    }

    private static Instant at(String text) {
        return Instant.parse(text + "Z");
    }
}
