package org.decisiongates.store.timeline;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import net.java.ao.schema.Unique;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.time.Period;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.GateVersion;
import org.decisiongates.timeline.GateEvent.Outcome;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.Page;
import org.decisiongates.timeline.Page.Position;
import org.decisiongates.timeline.Pages;

@RunWith(Parameterized.class)
public class AoGateEventsTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private static final Period WEEK = Period.of(Week.parse("2026-W47"), ZoneOffset.UTC, Instant.parse("2026-12-01T00:00:00Z"));

    private final AoFixture database;
    private final AoGateEvents journal;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoGateEventsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        journal = new AoGateEvents(database.ao());
    }

    @Test
    public void givesBackWhatWasWritten() {
        GateEvent event = aGateEvent().of(10200).in(10000).gate(new GateVersion("decision", 7, "decide", "ADVISE", HASH))
                .refusedBy("has-owner", "has-due-date").saying("has-fallback", "PASSED")
                .saying("has-statement", "FAILED", "ENFORCE", Optional.of(new PolicyVersion("global\tdecision", 12)),
                        "decision-gates.rule.x.missing")
                .saying("has-trade-off", "WAIVED", "EVALUATE", Optional.of(new PolicyVersion(Scope.of(10_000), "", 1)))
                .saying("has-acceptance-criteria", "PASSED", "decision-gates.rule.has-acceptance-criteria.vague",
                        "decision-gates.rule.has-acceptance-criteria.unmeasurable")
                .at(Instant.parse("2026-11-22T09:00:00.123Z")).event();

        assertEquals(event, writtenAndRead(event));
    }

    @Test
    public void givesBackACreationByNobody() {
        GateEvent event = aGateEvent().ofACreation().workflow("").transition("").by("").event();

        assertEquals(event, writtenAndRead(event));
    }

    @Test
    public void cutsNoListOfRulesHoweverLong() {
        RecordedGates event = aGateEvent();
        for (int i = 0; i < 300; i++) {
            event.refusedBy("a-rule-of-a-policy-with-many-rules-" + i);
        }

        assertEquals(300, writtenAndRead(event.event()).failedRules().size());
        assertEquals(event.event(), writtenAndRead(event.event()));
    }

    @Test
    public void keepsWordsOfANewerVersionAsText() {
        GateEvent event = aGateEvent().from("ASSISTANT").enforced("QUARANTINE").verdict("DEFERRED").saying("has-owner", "PASSED")
                .saying("is-approved", "DEFERRED", "decision-gates.rule.is-approved.later").event();
        GateEvent read = writtenAndRead(event);

        assertEquals(event, read);
        assertEquals(Optional.empty(), read.status());
        assertFalse("what is not known is no pass", read.letsThrough());
        assertEquals("nor is a result that is not known", List.of("is-approved"), read.failedRules());
    }

    @Test
    public void keepsNamesThatNobodyWouldGiveARule() {
        RecordedGates event = aGateEvent();
        for (String name : List.of("", "a\tb", "a\nb", "\\", "\\u0041", "a,b", "\u0000", "half \uD83D", "\uD83D\uDEA7", "\uFFFF")) {
            event.saying(name, "ERROR", "decision-gates.gate.error.unknown-rule");
        }

        assertEquals(event.event(), writtenAndRead(event.event()));
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
        List<GateEvents.Entry> first = journal.ofProject(10000, Long.MAX_VALUE, 3);
        List<GateEvents.Entry> second = journal.ofProject(10000, first.get(2).sequence(), 3);

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
        GateEvent read = writtenAndRead(aGateEvent().workflow(wide).transition("'; drop table x; --".repeat(40)).by(wide).event());

        assertTrue(wide.startsWith(read.workflow()) && read.workflow().length() >= 254);
        assertEquals(255, read.transition().length());
    }

    @Test
    public void readsTheEntriesOfATimeInSeveralProjectsWithOneStatement() {
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        for (int day = 0; day < 8; day++) {
            journal.append(eventAt(10000 + day % 3, "day " + day, monday.plus(7 - day, ChronoUnit.DAYS)));
        }
        database.statements.clear();
        List<GateEvent> week = journal.ofProjects(List.of(10000L, 10001L), WEEK, Position.START, 10_000).rows();

        assertEquals(List.of("day 7", "day 6", "day 4", "day 3", "day 1"), week.stream().map(GateEvent::transition).toList());
        assertEquals(database.statements.toString(), 1, database.statements.size());
        assertEquals(week.subList(0, 2), journal.ofProjects(List.of(10000L, 10001L), WEEK, Position.START, 2).rows());
        assertEquals(new Page<>(List.of(), Optional.empty()), journal.ofProjects(List.of(), WEEK, Position.START, 2));
    }

    @Test
    public void readsTheGatesOfIssuesInTheOrderOfTime() {
        Instant noon = Instant.parse("2026-11-17T12:00:00Z");
        GateEvent second = aGateEvent().of(7).at(noon.plusMillis(1)).event();
        GateEvent first = aGateEvent().of(8).at(noon).event();
        List.of(second, first, aGateEvent().of(9).at(noon).event(), aGateEvent().ofACreation().at(noon).event(),
                aGateEvent().of(7).at(noon.plusMillis(2)).event()).forEach(journal::append);

        List<GateEvent> read = new ArrayList<>();
        new Pages<>(after -> journal.ofIssues(List.of(7L, 8L), noon, noon.plusMillis(2), after, 1)).forEachRemaining(read::add);
        assertEquals(List.of(first, second), read);
        assertEquals(new Page<>(List.of(), Optional.empty()), journal.ofIssues(List.of(), noon, noon, Position.START, 1));
    }

    @Test
    public void readsMoreEntriesOfOneMillisecondThanAPageHolds() {
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        for (int number = 0; number < 9; number++) {
            journal.append(eventAt(10000 + number % 2, "number " + number, monday.plusMillis(number / 8)));
        }
        database.statements.clear();
        List<String> read = new ArrayList<>();
        new Pages<>(after -> journal.ofProjects(List.of(10000L, 10001L), WEEK, after, 3))
                .forEachRemaining(event -> read.add(event.transition()));

        assertEquals(IntStream.range(0, 9).mapToObj(number -> "number " + number).toList(), read);
        assertEquals(database.statements.toString(), 4, database.statements.size());
    }

    @Test
    public void findsByEveryPartOfAFilterWithOneStatement() {
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        GateFilter all = GateFilter.of(Optional.of(10000L), monday, monday.plus(7, ChronoUnit.DAYS));
        GateEvent wanted = aGateEvent().gate(new GateVersion("decision", 7, "decide", "ENFORCE", HASH)).refusedBy("has-owner").at(monday)
                .event();
        journal.append(wanted);
        journal.append(aGateEvent().in(10001).at(monday).event());
        journal.append(aGateEvent().from("BULK").transition("Close").at(monday.plusSeconds(1)).event());
        journal.append(aGateEvent().at(monday.minusMillis(1)).event());
        for (GateFilter filter : List.of(with(all, Optional.of("decision"), Optional.empty(), Optional.empty(), Optional.empty(), ""),
                with(all, Optional.empty(), Optional.of("decide"), Optional.empty(), Optional.empty(), ""),
                with(all, Optional.empty(), Optional.empty(), Optional.of("Decide"), Optional.empty(), ""),
                with(all, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Outcome.REFUSED), ""),
                with(all, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "REST"))) {
            database.statements.clear();
            assertEquals(filter.toString(), List.of(wanted),
                    journal.find(filter, Position.START, 10).rows().stream().map(GateEvents.Entry::event).toList());
            assertEquals(database.statements.toString(), 1, database.statements.size());
        }
        assertEquals(3, journal.find(GateFilter.of(Optional.empty(), monday, monday.plusSeconds(9)), Position.START, 10).rows().size());
    }

    private static GateFilter with(GateFilter all, Optional<String> policy, Optional<String> gate, Optional<String> transition,
            Optional<Outcome> outcome, String source) {
        return new GateFilter(all.project(), all.from(), all.until(), policy, gate, Optional.empty(), transition, outcome,
                Optional.of(source).filter(way -> !way.isEmpty()));
    }

    @Test
    public void findsTheNewestFirstAPageAtATime() {
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        for (int number = 0; number < 9; number++) {
            journal.append(eventAt(10000, "number " + number, monday.plusMillis(number / 4)));
        }
        List<String> read = new ArrayList<>();
        new Pages<>(after -> journal.find(GateFilter.of(Optional.of(10000L), monday, monday.plusSeconds(1)), after, 2))
                .forEachRemaining(entry -> read.add(entry.event().transition()));

        assertEquals(IntStream.range(0, 9).mapToObj(number -> "number " + (8 - number)).toList(), read);
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
        return aGateEvent().in(project).transition(transition).at(at).event();
    }

    private GateEvent writtenAndRead(GateEvent event) {
        journal.append(event);
        return journal.ofProject(10000, Long.MAX_VALUE, 1).get(0).event();
    }
}
