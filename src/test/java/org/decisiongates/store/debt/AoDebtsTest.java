package org.decisiongates.store.debt;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.debt.GateDebt;
import org.decisiongates.debt.GateDebt.Cause;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

@RunWith(Parameterized.class)
public class AoDebtsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    public static final IssueDebt WHOLE = issue(10200, 10000, "IN_REVIEW",
            new GateDebt(List.of("decision", "decision@10000"), "has-owner", "owner", Status.FAILED, NINE, Cause.EDITED_AWAY),
            new GateDebt(List.of("decision"), "no-open-decision", "", Status.ERROR, NINE.plusSeconds(1), Cause.POLICY_CHANGE));

    private final AoFixture database;
    private final AoDebts debts;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoDebtsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        debts = new AoDebts(database.ao());
    }

    @Test
    public void givesBackWhatWasFoundLast() {
        debts.put(issue(10200, 10001, "DRAFT"));
        debts.put(WHOLE);

        assertEquals(Map.of(10200L, WHOLE), debts.ofIssues(List.of(10200L, 10201L)));
        assertEquals(List.of(), debts.checkedIn(10001, 0, 10));
        debts.remove(10200);
        debts.remove(10200);
        assertEquals(Map.of(), debts.ofIssues(List.of(10200L)));
        assertEquals(Map.of(), debts.ofIssues(List.of()));
    }

    @Test
    public void turnsPagesOfAProjectByIssue() {
        for (long issue : new long[] {9, 3, 7, 5, 1}) {
            debts.put(issue == 5 ? issue(5, 10000, "DRAFT") : owing(issue, 10000));
            debts.put(owing(issue + 100, 10001));
        }

        assertEquals(List.of(1L, 3L), debts.owedIn(10000, 0, 2).stream().map(IssueDebt::issueId).toList());
        assertEquals(List.of(7L, 9L), debts.owedIn(10000, 3, 2).stream().map(IssueDebt::issueId).toList());
        assertTrue(debts.owed(0, 1_000).stream().map(IssueDebt::issueId).toList().containsAll(List.of(1L, 3L, 7L, 9L)));
        assertEquals(List.of(1L), debts.owed(0, 1).stream().map(IssueDebt::issueId).toList());
        assertEquals("those of some issues that owe something", List.of(3L, 7L, 101L),
                debts.owedOf(List.of(101L, 7L, 5L, 3L, 99L)).stream().map(IssueDebt::issueId).toList());
        assertEquals(List.of(), debts.owedOf(List.of()));
        assertEquals(List.of(5L, 7L), debts.checkedIn(10000, 3, 2).stream().map(IssueDebt::issueId).toList());
        assertEquals(List.of(), debts.owedIn(10000, 9, 2));
        for (int limit : new int[] {0, 1_001}) {
            assertThrows(IllegalArgumentException.class, () -> debts.owedIn(10000, 0, limit));
        }
    }

    @Test
    public void keepsOneEntryOfAnIssueThatManyLookAtAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                done.add(nodes.submit(() -> debts.put(WHOLE)));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertEquals(List.of(WHOLE), debts.owedIn(10000, 0, 10));
    }

    @Test
    public void sendsAnExactNumberOfStatements() {
        sends(2, () -> debts.put(WHOLE));
        sends(2, () -> debts.put(issue(10200, 10000, "DRAFT")));
        sends(1, () -> debts.ofIssues(IntStream.rangeClosed(10101, 10300).mapToObj(Long::valueOf).toList()));
        sends(1, () -> debts.owedIn(10000, 0, 1_000));
        sends(2, () -> debts.remove(10200));
        assertThrows(IllegalArgumentException.class, () -> debts.ofIssues(IntStream.rangeClosed(1, 201).mapToObj(Long::valueOf).toList()));
    }

    private void sends(int statements, Runnable work) {
        database.statements.clear();
        work.run();
        List<String> sent = database.statements.stream().filter(statement -> !statement.startsWith("SELECT NEXTVAL")).toList();
        assertEquals(sent.toString(), statements, sent.size());
    }

    private static IssueDebt owing(long issueId, long projectId) {
        return issue(issueId, projectId, "DRAFT",
                new GateDebt(List.of("decision"), "has-owner", "owner", Status.FAILED, NINE, Cause.CIRCUMSTANCES));
    }

    private static IssueDebt issue(long issueId, long projectId, String phase, GateDebt... owed) {
        return new IssueDebt(issueId, projectId, phase, List.of("decision 3"), List.of(owed));
    }
}
