package org.decisiongates.timeline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;

public class PhaseMapTest {

    private static final Instant AT = Instant.parse("2026-11-18T09:00:00Z");
    private static final PhaseMap MAP = new PhaseMap(3, Map.of(Kind.DECISION, Map.of("10007", "IN_REVIEW", "10008", "IN_REVIEW"),
            Kind.BLOCKER, Map.of("10007", "ESCALATED")));

    @Test
    public void isReadAsItWasWritten() {
        assertEquals("revision=3;DECISION.10007=IN_REVIEW;DECISION.10008=IN_REVIEW;BLOCKER.10007=ESCALATED", MAP.text());
        assertEquals(MAP, PhaseMap.of(MAP.text()));
        assertEquals(new PhaseMap(4, Map.of()), PhaseMap.of(new PhaseMap(4, Map.of()).text()));
    }

    @Test
    public void refusesWhatIsNoPhaseOfItsKind() {
        for (Map<Kind, Map<String, String>> phases : List.of(Map.of(Kind.DECISION, Map.of("1", "RESOLVING")),
                Map.of(Kind.BLOCKER, Map.of("1", "DRAFT")), Map.of(Kind.GATED, Map.of("1", "DRAFT")),
                Map.of(Kind.DECISION, Map.of("1", "")))) {
            assertThrows(phases.toString(), IllegalArgumentException.class, () -> new PhaseMap(1, phases));
        }
        for (String text : List.of("revision=x", "DECISION.1=NONE", "OTHER.1=DRAFT", "=")) {
            assertThrows(text, IllegalArgumentException.class, () -> PhaseMap.of(text));
        }
    }

    @Test
    public void saysWhatAStatusStandsForByTheKindOfIssue() {
        assertEquals(Optional.of("IN_REVIEW"), MAP.phase(Kind.DECISION, "10007"));
        assertEquals(Optional.of("ESCALATED"), MAP.phase(Kind.BLOCKER, "10007"));
        assertEquals(Optional.empty(), MAP.phase(Kind.BLOCKER, "10008"));
        assertEquals(Optional.empty(), MAP.phase(Kind.GATED, "10007"));
    }

    @Test
    public void readsTheJournalInTermsOfPhases() {
        PhaseReader reader = new PhaseReader(project -> MAP);
        assertEquals("IN_REVIEW", reader.read(phase(Kind.DECISION, "DRAFT", "status:10007")).to());
        assertEquals("IN_REVIEW", reader.read(phase(Kind.DECISION, "status:10007", "DECIDED")).from());
        assertEquals("status:10009", reader.read(phase(Kind.DECISION, "DRAFT", "status:10009")).to());
        Change created = change(Kind.BLOCKER, Change.CREATION, Item.CREATED, "", "phase=status:10007;owner=ann;due=2026-11-20");
        assertEquals("phase=ESCALATED;owner=ann;due=2026-11-20", reader.read(created).to());
        Change unreadable = change(Kind.BLOCKER, Change.CREATION, Item.CREATED, "", "status:;;=");
        assertEquals(unreadable, reader.read(unreadable));
    }

    @Test
    public void asksForNoMapWhereNoneCouldChangeAnything() {
        PhaseReader reader = new PhaseReader(project -> {
            throw new IllegalStateException("asked for the map of " + project);
        });
        for (Change change : List.of(phase(Kind.DECISION, "DRAFT", "IN_REVIEW"), phase(Kind.GATED, "status:1", "status:2"),
                change(Kind.DECISION, "1", Item.OWNER, "status:1", "status:2"),
                change(Kind.DECISION, Change.CREATION, Item.CREATED, "", "phase=DRAFT"))) {
            assertSame(change, reader.read(change));
        }
    }

    @Test
    public void readsTheMapOfEachProjectOnce() {
        List<Long> asked = new ArrayList<>();
        PhaseReader reader = new PhaseReader(project -> {
            asked.add(project);
            return MAP;
        });
        reader.read(phase(Kind.DECISION, "DRAFT", "status:10007"));
        reader.read(phase(Kind.DECISION, "status:10007", "DRAFT"));
        assertEquals(List.of(10000L), asked);
    }

    /** Two statuses of one phase are one stay in it. */
    @Test
    public void makesOneStayOfTwoStatusesThatMeanTheSame() {
        List<Change> journal = List.of(change(Kind.DECISION, Change.CREATION, Item.CREATED, "", "phase=DRAFT"),
                phase("1", AT.plusSeconds(60), "DRAFT", "status:10007"), phase("2", AT.plusSeconds(120), "status:10007", "status:10008"),
                phase("3", AT.plusSeconds(180), "status:10008", "DECIDED"));
        PhaseReader reader = new PhaseReader(project -> MAP);
        IssueTimeline read = IssueTimeline.of(journal.stream().map(reader::read).toList(), Set.of(10000L));
        assertEquals(List.of("IN_REVIEW", "DECIDED"), read.steps().stream().map(TemporalValue.Point::to).toList());
        assertEquals(Optional.of(AT.plusSeconds(60)), read.firstCameTo("IN_REVIEW"));
        assertEquals(List.of(), read.corrections());
        IssueTimeline unread = IssueTimeline.of(journal, Set.of(10000L));
        assertEquals(List.of("DECIDED"), unread.steps().stream().map(TemporalValue.Point::to).toList());
    }

    private static Change phase(Kind kind, String from, String to) {
        return change(kind, "1", Item.PHASE, from, to);
    }

    private static Change phase(String group, Instant at, String from, String to) {
        return new Change(10200, "SHOP-1", 10000, Kind.DECISION, group, Item.PHASE, "", from, to, "ann", at);
    }

    private static Change change(Kind kind, String group, Item item, String from, String to) {
        return new Change(10200, "SHOP-1", 10000, kind, group, item, "", from, to, "ann", AT);
    }
}
