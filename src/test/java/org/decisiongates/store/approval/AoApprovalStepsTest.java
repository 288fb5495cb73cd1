package org.decisiongates.store.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalSeal;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.audit.AoErasures;

@RunWith(Parameterized.class)
public class AoApprovalStepsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final String SALT = "0123456789abcdef".repeat(2);
    public static final SealedContent CONTENT = SealedContent.of(
            IssueSnapshot.EMPTY.with(new Field("question"), "'; drop table x; -- \uD83D\uDEA7 " + "x".repeat(40_000)),
            Set.of(SealedSection.QUESTION, SealedSection.RELEASE));
    /** Fills every column but that of an erasure and of a step before it. */
    public static final SealedApprovalStep WHOLE = first(10200, 10000, "APPROVED");

    public static final SealedApprovalStep REQUEST = first(10200, 10000, "REQUESTED");

    private final AoFixture database;
    private final AoErasures erasures;
    private final AoApprovalSteps steps;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoApprovalStepsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        erasures = new AoErasures(database.ao(), List.of());
        steps = new AoApprovalSteps(database.ao(), erasures);
    }

    @Test
    public void givesBackEveryStepAsItWasSealed() {
        SealedApprovalStep withdrawn = behind(WHOLE, "WITHDRAWN", "ben");
        SealedApprovalStep elsewhere = first(1020, 10000, "REQUESTED");
        assertTrue(steps.append(WHOLE, Optional.of(CONTENT)));
        assertTrue(steps.append(elsewhere, Optional.empty()));
        assertTrue(steps.append(withdrawn, Optional.empty()));

        assertEquals(List.of(WHOLE, withdrawn), steps.ofIssue(10200));
        assertEquals(OptionalInt.empty(), SealedApprovalStep.firstBroken(steps.ofIssue(10200), any -> false));
        assertEquals(List.of(elsewhere), steps.ofIssue(1020));
        assertEquals(List.of(), steps.ofIssue(102));
    }

    @Test
    public void keepsWhatWasApprovedOnceForHoweverManySteps() throws SQLException {
        SealedApprovalStep second = behind(WHOLE, "APPROVED", "ben");
        steps.append(WHOLE, Optional.of(CONTENT));
        steps.append(second, Optional.of(CONTENT));
        steps.append(first(1020, 10000, "APPROVED"), Optional.of(CONTENT));

        assertEquals(Map.of(CONTENT.digest(), CONTENT), steps.contents(10200, List.of("e".repeat(64), CONTENT.digest())));
        assertEquals(2, database.stored("SEALED_CONTENT").size());
        assertEquals("of another issue", Map.of(), steps.contents(102, List.of(CONTENT.digest())));
        assertEquals(Map.of(), steps.contents(10200, List.of()));
    }

    /** Six people approve at the same moment, each on a node of their own: every place is taken once, and the chain holds. */
    @Test
    public void takesOneOfManyThatComeAtOnce() throws Exception {
        int people = 6;
        ExecutorService nodes = Executors.newFixedThreadPool(people);
        try {
            SealedApprovalStep last = WHOLE;
            steps.append(WHOLE, Optional.of(CONTENT));
            for (int round = 0; round < 10; round++) {
                CyclicBarrier together = new CyclicBarrier(people);
                SealedApprovalStep before = last;
                List<Future<Boolean>> answers = new ArrayList<>();
                for (int node = 0; node < people; node++) {
                    SealedApprovalStep mine = behind(before, "APPROVED", "user" + node);
                    answers.add(nodes.submit(() -> {
                        together.await();
                        return steps.append(mine, Optional.of(CONTENT));
                    }));
                }
                int stored = 0;
                for (Future<Boolean> answer : answers) {
                    stored += answer.get() ? 1 : 0;
                }
                assertEquals(1, stored);
                List<SealedApprovalStep> all = steps.ofIssue(10200);
                last = all.get(all.size() - 1);
                assertEquals(OptionalInt.empty(), SealedApprovalStep.firstBroken(all, any -> false));
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    /** As rows of versions before have it that asked for no password; and nobody adds one to them, nor takes one out. */
    @Test
    public void readsARowThatSaysNothingOfAPasswordAsOneWithoutIt() throws SQLException {
        SealedApprovalStep without = first(10200, 10000, "ABSTAINED");
        steps.append(without, Optional.of(CONTENT));
        database.alter("UPDATE \"APPROVAL_STEP\" SET \"REAUTHENTICATED\" = NULL WHERE \"STEP_NAME\" = ?", "10200:1");
        assertEquals(List.of(without), steps.ofIssue(10200));
        assertEquals(OptionalInt.empty(), SealedApprovalStep.firstBroken(steps.ofIssue(10200), any -> false));

        SealedApprovalStep with = first(10201, 10000, "APPROVED");
        steps.append(with, Optional.of(CONTENT));
        assertTrue(steps.ofIssue(10201).get(0).step().reauthenticated());
        database.alter("UPDATE \"APPROVAL_STEP\" SET \"REAUTHENTICATED\" = NULL WHERE \"STEP_NAME\" = ?", "10201:1");
        assertEquals(OptionalInt.of(1), SealedApprovalStep.firstBroken(steps.ofIssue(10201), any -> false));
    }

    /** One row that holds no step stops neither the others of its issue nor the other issues. */
    @Test
    public void readsARowThatHoldsNoStepAsABrokenOne() throws SQLException {
        for (String change : List.of("\"STEP_NUMBER\" = 0", "\"SECTION_DIGESTS\" = 'x'")) {
            database.alter("DELETE FROM \"APPROVAL_STEP\"");
            SealedApprovalStep first = first(10200, 10000, "REQUESTED");
            steps.append(first, Optional.empty());
            steps.append(behind(first, "APPROVED", "ann"), Optional.of(CONTENT));
            steps.append(first(10201, 10000, "REQUESTED"), Optional.empty());
            database.alter("UPDATE \"APPROVAL_STEP\" SET " + change + " WHERE \"STEP_NAME\" = ?", "10200:2");

            Map<Long, List<SealedApprovalStep>> read = steps.ofIssues(List.of(10200L, 10201L));

            assertEquals(change, OptionalInt.of(2), SealedApprovalStep.firstBroken(read.get(10200L), any -> true));
            assertEquals(List.of(), read.get(10200L).get(1).step().requirements());
            assertEquals(OptionalInt.empty(), SealedApprovalStep.firstBroken(read.get(10201L), any -> true));
        }
    }

    @Test
    public void breaksTheChainOfAnIssueOverAnErasureThatIsNotOnRecord() throws SQLException {
        SealedApprovalStep second = behind(WHOLE, "APPROVED", "ben");
        steps.append(WHOLE, Optional.of(CONTENT));
        steps.append(second, Optional.of(CONTENT));
        database.statements.clear();
        assertEquals(OptionalInt.empty(), SealedApprovalStep.firstBroken(steps.ofIssue(10200), any -> true));
        assertEquals(1, database.statements.size());

        database.alter("UPDATE \"APPROVAL_STEP\" SET \"SALT\" = NULL, \"ACTOR_KEY\" = '(erased)', \"ERASURE_KEY\" = 'e' WHERE "
                + "\"STEP_NUMBER\" = 2");
        database.statements.clear();
        List<SealedApprovalStep> invented = steps.ofIssue(10200);

        assertEquals(OptionalInt.of(2), SealedApprovalStep.firstBroken(invented, any -> true));
        assertEquals("what is stored is told", second.step().kind(), invented.get(1).step().kind());
        assertEquals(2, database.statements.size());
    }

    @Test
    public void takesAnErasureOnRecordForWhatItIs() {
        steps.append(WHOLE, Optional.of(CONTENT));
        steps.append(behind(WHOLE, "APPROVED", "ben"), Optional.of(CONTENT));
        erasures.erase(ErasedPerson.of("ben", List.of("Ben")), "admin", NINE, 100).erasure().orElseThrow();

        assertEquals(OptionalInt.empty(), SealedApprovalStep.firstBroken(steps.ofIssue(10200), any -> true));
    }

    @Test
    public void showsARowThatWasChanged() throws SQLException {
        steps.append(WHOLE, Optional.of(CONTENT));
        steps.append(behind(WHOLE, "APPROVED", "ben"), Optional.of(CONTENT));
        database.alter("UPDATE \"APPROVAL_STEP\" SET \"ACTOR_KEY\" = ? WHERE \"STEP_NUMBER\" = ?", "ann", 2);
        assertEquals(OptionalInt.of(2), SealedApprovalStep.firstBroken(steps.ofIssue(10200), any -> false));
    }

    @Test
    public void readsManyIssuesWithOneStatement() {
        List<Long> issues = new ArrayList<>();
        for (long issue = 1; issue <= 200; issue++) {
            issues.add(issue);
            if (issue % 2 == 0) {
                steps.append(first(issue, 10000, "REQUESTED"), Optional.empty());
            }
        }
        database.statements.clear();

        assertEquals(100, steps.ofIssues(issues).size());
        steps.ofIssue(2);
        assertEquals(database.statements.toString(), 2, database.statements.size());
        assertEquals(Map.of(), steps.ofIssues(List.of()));
        issues.add(201L);
        assertThrows(IllegalArgumentException.class, () -> steps.ofIssues(issues));
    }

    @Test
    public void findsWhatSomebodySaidAndWhatWasSaidForThem() {
        steps.append(WHOLE, Optional.empty());
        steps.append(behind(WHOLE, "WITHDRAWN", "cleo"), Optional.empty());
        steps.append(first(10201, 10000, "APPROVED"), Optional.empty());
        List<ApprovalSteps.Place> ben = steps.placesOf("ben", Long.MAX_VALUE, 10);

        assertEquals(List.of("10201 1", "10200 1"), ben.stream().map(one -> one.issueId() + " " + one.step()).toList());
        assertEquals("for whom ben stood in", ben, steps.placesOf("ann", Long.MAX_VALUE, 10));
        assertEquals(ben.subList(0, 1), steps.placesOf("ben", Long.MAX_VALUE, 1));
        assertEquals(ben.subList(1, 2), steps.placesOf("ben", ben.get(0).id(), 10));
        assertEquals(List.of(2), steps.placesOf("cleo", Long.MAX_VALUE, 10).stream().map(ApprovalSteps.Place::step).toList());
    }

    @Test
    public void remembersOnceWhichIssuesWereAskedAbout() {
        AoApprovalRequests requests = new AoApprovalRequests(database.ao());
        for (long issue : new long[] {3, 1, 2}) {
            steps.append(first(issue, 10000, "REQUESTED"), Optional.empty());
        }
        steps.append(behind(first(3, 10000, "REQUESTED"), "REQUESTED", "cleo"), Optional.empty());
        steps.append(first(4, 10000, "APPROVED"), Optional.empty());

        List<ApprovalRequests.Request> open = requests.open(0, 10);
        assertEquals("as they were asked for", List.of(3L, 1L, 2L), open.stream().map(ApprovalRequests.Request::issueId).toList());
        assertEquals(open.subList(1, 2), requests.open(open.get(0).id(), 1));
        requests.update(List.of(new ApprovalRequests.Current(1, 10001, true), new ApprovalRequests.Current(4, 10001, false)));
        assertEquals(List.of(3L, 2L), requests.open(0, 10).stream().map(ApprovalRequests.Request::issueId).toList());
        requests.update(List.of(new ApprovalRequests.Current(1, 10001, false)));
        assertEquals("reopened elsewhere, in its old place", List.of(10000L, 10001L, 10000L),
                requests.open(0, 10).stream().map(ApprovalRequests.Request::projectId).toList());
        requests.remove(3);
        requests.remove(3);
        assertEquals(2, requests.open(0, 10).size());
        requests.update(List.of(new ApprovalRequests.Current(2, 10000, true)));
        requests.update(List.of());
        assertEquals("ended or not", List.of(1L, 2L), requests.issuesIn(List.of(), 10));
        assertEquals(List.of(1L), requests.issuesIn(List.of(), 1));
        assertEquals(List.of(2L), requests.issuesIn(List.of(10000L, 7L), 10));
        List<ApprovalRequests.Request> all = requests.all(0, 10);
        assertEquals(List.of(1L, 2L), all.stream().map(ApprovalRequests.Request::issueId).toList());
        assertEquals(all.subList(1, 2), requests.all(all.get(0).id(), 1));
        assertEquals("of these", Set.of(1L, 2L), requests.requestedAmong(List.of(1L, 2L, 3L, 4L)));
        assertEquals(Set.of(), requests.requestedAmong(List.of()));
        assertEquals("not ended", List.of(1L), requests.openIn(List.of(), 10));
        assertEquals(List.of(1L), requests.openIn(List.of(10000L, 10001L), 10));
        assertEquals(List.of(), requests.openIn(List.of(10000L), 10));
    }

    @Test
    public void takesTheFirstOfTwoSteps() {
        assertTrue(steps.append(WHOLE, Optional.empty()));
        assertFalse(steps.append(first(10200, 10000, "ABSTAINED"), Optional.empty()));
        assertEquals(List.of(WHOLE), steps.ofIssue(10200));
    }

    @Test
    public void saysSoWhenItCannotWriteOrRead() {
        database.goDown();
        assertThrows(RuntimeException.class, () -> steps.append(WHOLE, Optional.empty()));
        assertThrows(RuntimeException.class, () -> steps.ofIssue(10200));
        assertThrows(RuntimeException.class, () -> steps.contents(10200, List.of(CONTENT.digest())));
    }

    private static SealedApprovalStep first(long issue, long project, String word) {
        return sealed(new ApprovalStep(issue, project, 1, word, List.of("decision/legal", "decision@10000/qa"), CONTENT.digests(),
                CONTENT.digest(), "'; drop table x; -- \uD83D\uDEA7" + "x".repeat(3_900), "ben", Optional.of("ann"), NINE,
                word.equals("APPROVED")), "");
    }

    private static SealedApprovalStep behind(SealedApprovalStep before, String word, String actor) {
        return sealed(new ApprovalStep(before.step().issueId(), before.step().projectId(), before.step().step() + 1, word, List.of(),
                Map.of(), "", "", actor, Optional.empty(), NINE.plusSeconds(1)), before.seal().hash());
    }

    private static SealedApprovalStep sealed(ApprovalStep step, String previous) {
        return new SealedApprovalStep(step, ApprovalSeal.on(step, SALT, previous), Optional.empty());
    }
}
