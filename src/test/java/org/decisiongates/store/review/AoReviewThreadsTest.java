package org.decisiongates.store.review;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ReviewThreads.AskedThread;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadProgress;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

@RunWith(Parameterized.class)
public class AoReviewThreadsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final Instant DUE = NINE.plus(Duration.ofHours(48));
    private static final ThreadStep OPENED = new ThreadStep(10200, 10000, 1, 1, Kind.OPENED,
            Optional.of(new ThreadStep.Subject(new ThreadAnchor(ThreadSection.OPTION, OptionalLong.of(42), "By card \uD83D\uDEA7"),
                    "'; drop table x; --", OptionalLong.of(10300))),
            "x".repeat(4_000), "rita", NINE, Optional.empty());
    /** Between them they fill every column. */
    public static final List<ThreadStep> EVERY_COLUMN = List.of(OPENED, next(OPENED, Kind.OWNER_ACTION, "quinn"));

    private final AoFixture database;
    private final AoReviewThreads threads;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoReviewThreadsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        threads = new AoReviewThreads(database.ao());
    }

    @Test
    public void givesBackEveryStepInOrder() {
        ThreadStep asked = EVERY_COLUMN.get(1);
        ThreadStep resolved = next(asked, Kind.RESOLVED, "otto");
        ThreadStep second = opened(10200, 10001, 2);
        for (ThreadStep step : List.of(OPENED, second, asked, resolved)) {
            assertTrue(threads.append(step));
        }

        assertEquals(List.of(new ReviewThread(List.of(OPENED, asked, resolved)), new ReviewThread(List.of(second))),
                threads.ofIssue(10200));
        assertEquals(List.of(), threads.ofIssue(1020));
        assertEquals(List.of(ThreadState.RESOLVED, ThreadState.OPEN),
                threads.seenByRules(10200).stream().map(thread -> thread.state()).toList());
    }

    @Test
    public void takesTheFirstOfTwoSteps() {
        assertTrue(threads.append(OPENED));
        assertFalse(threads.append(OPENED));
        assertTrue(threads.append(next(OPENED, Kind.RESOLVED, "otto")));
        assertFalse(threads.append(next(OPENED, Kind.DECLINED, "rita")));
        assertEquals(ThreadState.RESOLVED, threads.ofIssue(10200).get(0).state());
    }

    /** One resolves, one declines, one replies and one asks for an action, each on a node of its own and at the same moment. */
    @Test
    public void takesOneOfManyThatComeAtOnce() throws Exception {
        List<Kind> kinds = List.of(Kind.RESOLVED, Kind.DECLINED, Kind.REPLIED, Kind.OWNER_ACTION);
        ExecutorService nodes = Executors.newFixedThreadPool(kinds.size());
        try {
            for (int round = 1; round <= 20; round++) {
                ThreadStep opened = opened(10200, 10000, round);
                assertTrue(threads.append(opened));
                CyclicBarrier together = new CyclicBarrier(kinds.size());
                List<Future<Boolean>> answers = new ArrayList<>();
                for (Kind kind : kinds) {
                    answers.add(nodes.submit(() -> {
                        together.await();
                        return threads.append(next(opened, kind, "otto"));
                    }));
                }
                List<Kind> stored = new ArrayList<>();
                for (int node = 0; node < kinds.size(); node++) {
                    if (answers.get(node).get()) {
                        stored.add(kinds.get(node));
                    }
                }
                assertEquals(stored.toString(), 1, stored.size());
                assertEquals(stored.get(0), threads.ofIssue(10200).get(round - 1).newest().kind());
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    public void readsManyIssuesWithOneStatement() {
        List<Long> issues = new ArrayList<>();
        for (long issue = 1; issue <= 200; issue++) {
            issues.add(issue);
            if (issue % 2 == 0) {
                threads.append(opened(issue, 10000, 1));
            }
        }
        database.statements.clear();

        assertEquals(100, threads.ofIssues(issues).size());
        threads.ofIssue(2);
        assertEquals(database.statements.toString(), 2, database.statements.size());
        assertEquals(Map.of(), threads.ofIssues(List.of()));
        issues.add(201L);
        assertThrows(IllegalArgumentException.class, () -> threads.ofIssues(issues));
    }

    /** Rules and numbers ask this of every issue of a page; what people wrote is most of a thread. */
    @Test
    public void readsNothingThatWasWrittenWhereStepsAreEnough() {
        ThreadStep asked = EVERY_COLUMN.get(1);
        List.of(OPENED, asked, next(asked, Kind.RESOLVED, "otto"), opened(10200, 10001, 2), opened(10201, 10000, 1))
                .forEach(threads::append);
        List<Long> both = List.of(10200L, 10201L);
        Map<Long, List<ReviewThread>> whole = threads.ofIssues(both);
        database.statements.clear();

        Map<Long, List<ThreadProgress>> read = threads.progressOf(both);
        threads.seenByRules(10200);
        threads.disputedSince(both);
        assertEquals(database.statements.toString(), 3, database.statements.size());
        database.statements.forEach(sql -> List.of("STEP_TEXT", "QUOTED_TEXT", "OBJECTIVE", "*")
                .forEach(column -> assertFalse(sql, sql.contains(column))));
        assertEquals(Map.of(10200L, whole.get(10200L).stream().map(ReviewThread::progress).toList(), 10201L,
                whole.get(10201L).stream().map(ReviewThread::progress).toList()), read);
        assertEquals(Map.of(), threads.progressOf(List.of()));
        assertThrows(IllegalArgumentException.class, () -> threads.progressOf(LongStream.range(0, 201).boxed().toList()));
    }

    @Test
    public void tellsWhereOwnersWereAskedOfIssuesAndOfAProject() {
        ThreadStep asked = EVERY_COLUMN.get(1);
        ThreadStep elsewhere = opened(10201, 10001, 1);
        ThreadStep disputed = next(elsewhere, Kind.DISPUTED, "quinn");
        ThreadStep open = opened(10202, 10000, 1);
        List.of(OPENED, asked, next(asked, Kind.RESOLVED, "otto"), elsewhere, disputed, open, next(open, Kind.REPLIED, "otto"))
                .forEach(threads::append);
        AskedThread resolved = new AskedThread(ThreadState.RESOLVED, threads.ofIssue(10200).get(0).window().orElseThrow());
        AskedThread inDispute = new AskedThread(ThreadState.DISPUTED, threads.ofIssue(10201).get(0).window().orElseThrow());
        database.statements.clear();

        Map<Long, List<AskedThread>> ofProject = threads.asked(List.of(), OptionalLong.of(10000)).orElseThrow();
        assertEquals(Map.of(10200L, List.of(resolved)), told(ofProject));
        assertEquals(Map.of(10200L, List.of(resolved), 10201L, List.of(inDispute)),
                told(threads.asked(List.of(10201L, 10202L), OptionalLong.of(10000)).orElseThrow()));
        assertEquals(Map.of(10201L, List.of(inDispute)), told(threads.asked(List.of(10201L), OptionalLong.empty()).orElseThrow()));
        assertEquals(database.statements.toString(), 3, database.statements.size());
        database.statements.forEach(sql -> assertFalse(sql, sql.contains("TEXT") || sql.contains("OBJECTIVE")));
        assertEquals(Optional.of(Map.of()), threads.asked(List.of(), OptionalLong.empty()));
    }

    private static Map<Long, List<AskedThread>> told(Map<Long, List<AskedThread>> read) {
        Map<Long, List<AskedThread>> told = new HashMap<>(read);
        told.values().removeIf(List::isEmpty);
        return told;
    }

    @Test
    public void tellsSinceWhenIssuesAreDisputed() {
        ThreadStep disputed = next(OPENED, Kind.DISPUTED, "quinn");
        ThreadStep settled = next(disputed, Kind.DISPUTE_SETTLED, "otto");
        ThreadStep again = next(settled, Kind.DISPUTED, "quinn");
        ThreadStep other = opened(10201, 10000, 1);
        ThreadStep another = opened(10202, 10000, 7);
        List.of(OPENED, disputed, other, next(other, Kind.DISPUTED, "rita"), another, next(another, Kind.REPLIED, "rita"))
                .forEach(threads::append);
        List<Long> asked = List.of(10200L, 10201L, 10202L, 10203L);
        database.statements.clear();
        assertEquals(Map.of(10200L, disputed.at(), 10201L, NINE.plusSeconds(1)), threads.disputedSince(asked));
        assertEquals(1, database.statements.size());

        threads.append(settled);
        assertEquals(Map.of(10201L, NINE.plusSeconds(1)), threads.disputedSince(asked));
        threads.append(again);
        assertEquals(Map.of(10200L, again.at(), 10201L, NINE.plusSeconds(1)), threads.disputedSince(asked));
        ThreadStep second = opened(10200, 10000, 2);
        threads.append(second);
        threads.append(next(second, Kind.DISPUTED, "rita"));
        assertEquals("the first of two", NINE.plusSeconds(1), threads.disputedSince(asked).get(10200L));
        assertEquals(Map.of(), threads.disputedSince(List.of()));
    }

    @Test
    public void readsAStepOfANewerVersionAsOneThatChangesNothing() throws SQLException {
        EVERY_COLUMN.forEach(threads::append);
        threads.append(next(EVERY_COLUMN.get(1), Kind.RESOLVED, "otto"));
        database.alter("UPDATE \"THREAD_STEP\" SET \"STEP_KIND\" = ? WHERE \"THREAD_STEP\" = ?", "MERGED", 3);
        assertEquals(ThreadState.NEEDS_OWNER_ACTION, threads.ofIssue(10200).get(0).state());
    }

    @Test
    public void saysSoWhenItCannotWriteOrRead() {
        database.goDown();
        assertThrows(RuntimeException.class, () -> threads.append(OPENED));
        assertThrows(RuntimeException.class, () -> threads.ofIssue(10200));
    }

    private static ThreadStep opened(long issue, long project, int number) {
        return new ThreadStep(issue, project, number, 1, Kind.OPENED,
                Optional.of(new ThreadStep.Subject(new ThreadAnchor(ThreadSection.WHOLE, OptionalLong.empty(), ""), "Speed",
                        OptionalLong.empty())),
                "Why?", "rita", NINE, Optional.empty());
    }

    private static ThreadStep next(ThreadStep step, Kind kind, String actor) {
        return new ThreadStep(step.issueId(), step.projectId(), step.number(), step.step() + 1, kind, Optional.empty(), "", actor,
                step.at().plusSeconds(1), kind.asksOwner() ? Optional.of(DUE) : Optional.empty());
    }
}
