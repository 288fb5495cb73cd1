package org.decisiongates.store.timeline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import net.java.ao.schema.Unique;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.Source;
import org.decisiongates.timeline.Journal.Entry;

@RunWith(Parameterized.class)
public class AoJournalTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private final AoFixture database;
    private final AoJournal journal;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoJournalTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        journal = new AoJournal(database.ao());
    }

    @Test
    public void givesBackWhatWasWritten() {
        GateEvent event = new GateEvent(OptionalLong.of(10200), 10000, "Decision workflow", 21, "Decide", "lead", Source.SCREEN,
                Status.FAILED,
                List.of("has-owner", "has-due-date"), HASH, Instant.parse("2026-11-22T09:00:00.123Z"));
        journal.append(event);

        assertEquals(List.of(event), journal.ofProject(10000, Long.MAX_VALUE, 10).stream().map(Entry::event).toList());
    }

    @Test
    public void givesBackACreationByNobody() {
        GateEvent event = new GateEvent(OptionalLong.empty(), 10000, "", 1, "", "", Source.BACKGROUND, Status.PASSED, List.of(), HASH,
                Instant.EPOCH);
        journal.append(event);

        assertEquals(event, journal.ofProject(10000, Long.MAX_VALUE, 10).get(0).event());
    }

    @Test
    public void appendsWithOneStatement() {
        journal.append(event(10000, "Decide"));

        // on PostgreSQL the library draws the number of the row first
        List<String> sent = database.statements.stream().filter(statement -> !statement.startsWith("SELECT NEXTVAL")).toList();
        assertEquals(sent.toString(), 1, sent.size());
        assertTrue(sent.get(0).startsWith("INSERT INTO"));
    }

    @Test
    public void writesNoRowThatTheDatabaseCouldRefuseForBeingThereAlready() {
        // a refused INSERT would spoil a transaction of Jira's, if it takes part in one (ADR-0027)
        assertEquals(List.of(),
                Arrays.stream(GateEventRow.class.getMethods()).filter(method -> method.isAnnotationPresent(Unique.class)).toList());
    }

    @Test
    public void turnsPagesFromTheNewestToTheOldest() {
        for (int i = 0; i < 5; i++) {
            journal.append(event(10000, "step " + i));
            journal.append(event(10001, "elsewhere"));
        }
        List<Entry> first = journal.ofProject(10000, Long.MAX_VALUE, 3);
        List<Entry> second = journal.ofProject(10000, first.get(2).sequence(), 3);

        assertEquals(List.of("step 4", "step 3", "step 2"), first.stream().map(entry -> entry.event().transition()).toList());
        assertEquals(List.of("step 1", "step 0"), second.stream().map(entry -> entry.event().transition()).toList());
        assertEquals(List.of(), journal.ofProject(10000, second.get(1).sequence(), 3));
    }

    @Test
    public void readsAPageWithoutAStatementForEachEntry() {
        for (int i = 0; i < 20; i++) {
            journal.append(event(10000, "step " + i));
        }
        database.statements.clear();
        journal.ofProject(10000, Long.MAX_VALUE, 20);

        assertEquals(database.statements.toString(), 1, database.statements.size());
    }

    @Test
    public void cutsTextsThatAreTooLong() {
        String wide = "a" + "\uD83D\uDEA7".repeat(200);
        journal.append(new GateEvent(OptionalLong.empty(), 10000, wide, 1, "'; drop table x; --".repeat(40), wide, Source.REST,
                Status.ERROR,
                List.of("x".repeat(300), "y".repeat(300)), HASH, Instant.EPOCH));

        GateEvent read = journal.ofProject(10000, Long.MAX_VALUE, 1).get(0).event();
        assertTrue(wide.startsWith(read.workflow()) && read.workflow().length() >= 254);
        assertEquals(255, read.transition().length());
        assertEquals("x".repeat(300), read.failedRules().get(0));
    }

    @Test
    public void readsTheEntriesOfATimeInSeveralProjectsWithOneStatement() {
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        for (int day = 0; day < 8; day++) {
            journal.append(eventAt(10000 + day % 3, "day " + day, monday.plus(7 - day, ChronoUnit.DAYS)));
        }
        database.statements.clear();
        List<Entry> week = journal.ofProjects(List.of(10000L, 10001L), monday, monday.plus(7, ChronoUnit.DAYS), 10_000);

        assertEquals(List.of("day 7", "day 6", "day 4", "day 3", "day 1"), week.stream().map(entry -> entry.event().transition()).toList());
        assertEquals(database.statements.toString(), 1, database.statements.size());
        assertEquals(week.subList(0, 2), journal.ofProjects(List.of(10000L, 10001L), monday, monday.plus(7, ChronoUnit.DAYS), 2));
        assertEquals(List.of(), journal.ofProjects(List.of(), monday, monday.plus(7, ChronoUnit.DAYS), 2));
    }

    @Test
    public void refusesPagesWithoutBounds() {
        for (int limit : new int[] {0, -1, 201}) {
            assertThrows(IllegalArgumentException.class, () -> journal.ofProject(10000, Long.MAX_VALUE, limit));
        }
    }

    @Test
    public void saysSoWhenItCannotWrite() {
        database.goDown();

        assertThrows(RuntimeException.class, () -> journal.append(event(10000, "Decide")));
    }

    private static GateEvent event(long project, String transition) {
        return eventAt(project, transition, Instant.parse("2026-11-22T09:00:00Z"));
    }

    private static GateEvent eventAt(long project, String transition, Instant at) {
        return new GateEvent(OptionalLong.of(1), project, "Decision workflow", 21, transition, "lead", Source.REST, Status.PASSED,
                List.of(), HASH, at);
    }
}
