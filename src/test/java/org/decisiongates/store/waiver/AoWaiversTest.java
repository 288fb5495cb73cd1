package org.decisiongates.store.waiver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.policy.Scope;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverStep;
import org.decisiongates.waiver.WaiverStep.State;

@RunWith(Parameterized.class)
public class AoWaiversTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final WaivedRule OWNER = new WaivedRule(Scope.of(10000), "decision", "has-owner", "owner");
    public static final WaiverStep WHOLE = new WaiverStep(10200, 10000, 1, 1, State.ASKED, OWNER, "'; drop table x; -- \uD83D\uDEA7",
            Instant.parse("2026-11-30T23:00:00Z"), "asker", NINE);

    private final AoFixture database;
    private final AoWaivers waivers;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoWaiversTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        waivers = new AoWaivers(database.ao());
    }

    @Test
    public void findsTheIssuesThatHaveAnActiveWaiver() {
        for (long issue = 1; issue <= 4; issue++) {
            WaiverStep asked = new WaiverStep(issue, 10000, 1, 1, State.ASKED, OWNER, "why", NINE.plusSeconds(60), "asker", NINE);
            assertTrue(waivers.append(asked));
            if (issue > 1) {
                assertTrue(waivers.append(asked.next(State.GRANTED, "", "lead", NINE)));
            }
            if (issue == 2) {
                assertTrue(waivers.append(asked.next(State.GRANTED, "", "lead", NINE).next(State.WITHDRAWN, "", "asker", NINE)));
            }
        }
        assertEquals("neither what is only asked for nor what was taken back", Set.of(3L, 4L), waivers.issuesWithActive(NINE, 10));
        assertEquals("what was taken back takes the place of none", Set.of(3L, 4L), waivers.issuesWithActive(NINE, 2));
        assertEquals(Set.of(3L), waivers.issuesWithActive(NINE, 1));
        assertEquals("nor what has ended", Set.of(), waivers.issuesWithActive(NINE.plusSeconds(60), 10));
    }

    @Test
    public void findsThoseOfSomeIssuesAndThoseOfAProjectThatEndLater() {
        for (long issue = 1; issue <= 4; issue++) {
            assertTrue(waivers.append(new WaiverStep(issue, issue == 4 ? 10001 : 10000, 1, 1, State.ASKED, OWNER, "why",
                    NINE.plusSeconds(60 * issue), "asker", NINE)));
        }
        Instant later = NINE.plusSeconds(60);

        assertEquals("what ended is found of these issues only", Set.of(2L, 3L), around(List.of(), OptionalLong.of(10000), later));
        assertEquals(Set.of(1L, 2L, 3L, 4L), around(List.of(1L, 4L), OptionalLong.of(10000), later));
        assertEquals(Set.of(1L, 3L), around(List.of(3L, 1L, 99L), OptionalLong.empty(), later));
        assertEquals(Set.of(), around(List.of(), OptionalLong.empty(), later));
    }

    private Set<Long> around(List<Long> issues, OptionalLong project, Instant endingAfter) {
        return waivers.around(issues, project, endingAfter).orElseThrow().keySet();
    }

    @Test
    public void givesBackEveryStepInOrder() {
        WaiverStep granted = WHOLE.next(State.GRANTED, "", "lead", NINE.plusSeconds(1));
        WaiverStep withdrawn = granted.next(State.WITHDRAWN, "x".repeat(1_000), "asker", NINE.plusSeconds(2));
        WaiverStep second = new WaiverStep(10200, 10001, 2, 1, State.ASKED,
                new WaivedRule(Scope.GLOBAL, "decision", "no-open-decision", ""),
                "why", NINE.plusSeconds(9), "asker", NINE);
        for (WaiverStep step : List.of(WHOLE, second, granted, withdrawn)) {
            assertTrue(waivers.append(step));
        }

        assertEquals(List.of(new Waiver(List.of(WHOLE, granted, withdrawn)), new Waiver(List.of(second))), waivers.ofIssue(10200));
        assertEquals(List.of(), waivers.ofIssue(1020));
    }

    @Test
    public void takesTheFirstOfTwoSteps() {
        assertTrue(waivers.append(WHOLE));
        assertFalse(waivers.append(WHOLE));
        assertTrue(waivers.append(WHOLE.next(State.GRANTED, "", "lead", NINE)));
        assertFalse(waivers.append(WHOLE.next(State.DECLINED, "", "admin", NINE)));
        assertEquals(State.GRANTED, waivers.ofIssue(10200).get(0).state());
    }

    @Test
    public void takesOneOfManyThatComeAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (int round = 1; round <= 10; round++) {
                WaiverStep step = new WaiverStep(10200, 10000, round, 1, State.ASKED, OWNER, "why", NINE, "asker", NINE);
                List<Future<Boolean>> answers = new ArrayList<>();
                for (int node = 0; node < 8; node++) {
                    answers.add(nodes.submit(() -> waivers.append(step)));
                }
                int stored = 0;
                for (Future<Boolean> answer : answers) {
                    stored += answer.get() ? 1 : 0;
                }
                assertEquals(1, stored);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertEquals(10, waivers.ofIssue(10200).size());
    }

    @Test
    public void readsManyIssuesWithOneStatement() {
        List<Long> issues = new ArrayList<>();
        for (long issue = 1; issue <= 200; issue++) {
            issues.add(issue);
            if (issue % 2 == 0) {
                waivers.append(new WaiverStep(issue, 10000, 1, 1, State.ASKED, OWNER, "why", NINE, "asker", NINE));
            }
        }
        database.statements.clear();

        assertEquals(100, waivers.ofIssues(issues).size());
        waivers.ofIssue(2);
        assertEquals(database.statements.toString(), 2, database.statements.size());
        assertEquals(Map.of(), waivers.ofIssues(List.of()));
        issues.add(201L);
        assertThrows(IllegalArgumentException.class, () -> waivers.ofIssues(issues));
    }

    @Test
    public void saysSoWhenItCannotWriteOrRead() {
        database.goDown();
        assertThrows(RuntimeException.class, () -> waivers.append(WHOLE));
        assertThrows(RuntimeException.class, () -> waivers.ofIssue(10200));
    }
}
