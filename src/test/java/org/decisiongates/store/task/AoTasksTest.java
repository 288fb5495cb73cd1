package org.decisiongates.store.task;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.task.Tasks;

@RunWith(Parameterized.class)
public class AoTasksTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    public static final BackgroundTask WAITING = task("a1", "lead");
    /** A pair of surrogates where the first piece of a text ends. */
    private static final String LONG = "x".repeat(63_999) + "\uD83D\uDE00" + "y".repeat(70_000);

    private final AoFixture database;
    private final AoTasks tasks;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoTasksTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        tasks = new AoTasks(database.ao());
    }

    @Test
    public void tellsWhatWasLostLately() {
        tasks.add(WAITING);
        tasks.add(task("b1", "owner"));
        tasks.add(BackgroundTask.queued("c1", "replay", "lead", "", "Another kind", at(30)));
        tasks.end("b1", State.DONE, "", "", at(1));
        tasks.end("c1", State.LOST, "", "", at(31));
        assertEquals("its node may be busy", List.of("replay"), tasks.lostSince(NINE.minusSeconds(1), at(60)));
        Instant later = NINE.plus(Tasks.SILENCE).plusMillis(1);
        assertEquals(List.of("dry-run", "replay"), tasks.lostSince(NINE.minusSeconds(1), later));
        assertEquals(List.of("replay"), tasks.lostSince(at(30), later));
        assertEquals(List.of(), tasks.lostSince(at(31), later));
    }

    @Test
    public void tellsHowFarATaskIsAndWhatCameOfIt() {
        assertTrue(tasks.add(WAITING));
        assertEquals(Optional.of(WAITING), tasks.find("a1", NINE));
        assertTrue(tasks.tell("a1", State.RUNNING, 7, 310, at(1)));
        assertEquals(Optional.of(with(State.RUNNING, 7, 310, Optional.empty(), "")), tasks.underWay("lead", "dry-run", at(1)));
        tasks.end("a1", State.DONE, "", LONG, at(2));

        assertEquals(Optional.of(with(State.DONE, 310, 310, Optional.of(at(2)), "")), tasks.find("a1", at(100_000)));
        assertEquals(LONG, tasks.result("a1"));
        assertEquals(Optional.empty(), tasks.underWay("lead", "dry-run", at(2)));
        assertEquals(Optional.empty(), tasks.find("a2", NINE));
        assertEquals("", tasks.result("a2"));
    }

    @Test
    public void keepsPartsOfAResultApartFromIt() {
        tasks.add(WAITING);
        tasks.keep("a1", 0, LONG);
        tasks.keep("a1", 1, "second");
        assertEquals(2, tasks.parts("a1"));
        tasks.end("a1", State.DONE, "", "the result", at(1));

        assertEquals("the result", tasks.result("a1"));
        assertEquals(LONG, tasks.part("a1", 0));
        assertEquals("second", tasks.part("a1", 1));
        assertEquals("", tasks.part("a1", 2));
        assertEquals(0, tasks.parts("a2"));
        assertThrows(IllegalArgumentException.class, () -> tasks.keep("a1", 2, "x".repeat(Tasks.MAX_RESULT + 1)));
        tasks.remove("a1");
        assertEquals(0, tasks.parts("a1"));
    }

    @Test
    public void tellsWhatIsKeptOfAKindAndHowMuchRoomItTakes() {
        tasks.add(WAITING);
        tasks.add(BackgroundTask.queued("b1", "dry-run", "owner", "", "Later", at(1)));
        tasks.add(BackgroundTask.queued("c1", "replay", "lead", "", "Another kind", at(2)));
        tasks.keep("a1", 0, LONG);
        tasks.end("a1", State.DONE, "", "the result", at(3));
        assertEquals(List.of("b1", "a1"), tasks.ofKind("dry-run", NINE.minusSeconds(1), at(4)).stream().map(BackgroundTask::id).toList());
        assertEquals(List.of("a1"), tasks.ofKind("dry-run", at(2), at(4)).stream().map(BackgroundTask::id).toList());
        assertEquals("a piece for the result, and three for the part", 4 * 64_000, tasks.room("a1"));
        assertEquals(0, tasks.room("b1"));
    }

    @Test
    public void keepsWhyATaskFailed() {
        tasks.add(WAITING);
        tasks.end("a1", State.FAILED, "f".repeat(500), "", at(1));
        assertEquals("f".repeat(449) + "\u2026", tasks.find("a1", at(1)).orElseThrow().fault());
        assertThrows(IllegalArgumentException.class, () -> tasks.end("a1", State.DONE, "", "x".repeat(Tasks.MAX_RESULT + 1), at(1)));
    }

    @Test
    public void letsAPersonHaveOneTaskOfAKind() {
        assertTrue(tasks.add(WAITING));
        assertFalse(tasks.add(task("a2", "lead")));
        assertTrue(tasks.add(task("b1", "owner")));
        assertTrue(tasks.add(BackgroundTask.queued("a3", "replay", "lead", "", "Another kind", NINE)));
        tasks.end("a1", State.CANCELLED, "", "", at(1));
        assertTrue(tasks.add(task("a2", "lead")));
        assertEquals(State.CANCELLED, tasks.find("a1", at(1)).orElseThrow().state());
    }

    @Test
    public void givesASilentTaskUpForLost() {
        tasks.add(WAITING);
        tasks.tell("a1", State.RUNNING, 1, 2, at(5));
        Instant late = at(5).plus(Tasks.SILENCE);
        assertEquals(State.RUNNING, tasks.find("a1", late).orElseThrow().state());
        assertEquals(State.LOST, tasks.find("a1", late.plusMillis(1)).orElseThrow().state());

        assertTrue("another takes its place", tasks.add(BackgroundTask.queued("a2", "dry-run", "lead", "", "Again", late.plusMillis(1))));
        assertFalse("its node lives after all, and is to stop", tasks.tell("a1", State.RUNNING, 2, 2, late.plusSeconds(1)));
        tasks.end("a1", State.DONE, "", "late", late.plusSeconds(2));
        assertEquals(State.LOST, tasks.find("a1", late.plusSeconds(2)).orElseThrow().state());
        assertEquals("", tasks.result("a1"));
        assertEquals(State.QUEUED, tasks.find("a2", late.plusSeconds(2)).orElseThrow().state());
    }

    @Test
    public void cancelsWhatItsNodeTellsOfAndEndsWhatIsSilent() {
        tasks.add(WAITING);
        tasks.cancel("a1", at(60));
        assertEquals(State.QUEUED, tasks.find("a1", at(60)).orElseThrow().state());
        assertFalse(tasks.tell("a1", State.RUNNING, 0, 0, at(61)));
        tasks.end("a1", State.CANCELLED, "", "", at(62));
        tasks.cancel("a1", at(63));
        assertEquals(Optional.of(at(62)), tasks.find("a1", at(63)).orElseThrow().endedAt());

        tasks.add(task("a2", "lead"));
        tasks.cancel("a2", at(0).plus(Tasks.ATTENTION).plusMillis(1));
        assertEquals(State.CANCELLED, tasks.find("a2", at(61)).orElseThrow().state());
        assertFalse(tasks.tell("a2", State.RUNNING, 0, 0, at(62)));
        assertTrue(tasks.add(task("a3", "lead")));
        tasks.cancel("nothing", at(1));
    }

    @Test
    public void removesWhatNobodyHasToldOfForLong() {
        tasks.add(WAITING);
        tasks.end("a1", State.DONE, "", LONG, at(1));
        tasks.add(task("a2", "lead"));
        tasks.tell("a2", State.RUNNING, 0, 0, at(10));

        assertEquals(List.of(), tasks.silentSince(at(1)));
        assertEquals(List.of("a1"), tasks.silentSince(at(2)));
        tasks.remove("a1");
        tasks.remove("a1");
        assertEquals("", tasks.result("a1"));
        assertEquals(Optional.empty(), tasks.find("a1", at(2)));
        assertTrue(tasks.find("a2", at(10)).isPresent());
        assertEquals(List.of(), tasks.silentSince(at(2)));
    }

    @Test
    public void takesOneOfManyThatAreStartedAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        int added = 0;
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                String id = "n" + node;
                answers.add(nodes.submit(() -> tasks.add(task(id, "lead"))));
            }
            for (Future<Boolean> answer : answers) {
                added += answer.get() ? 1 : 0;
            }
        } finally {
            nodes.shutdownNow();
        }
        assertEquals(1, added);
    }

    @Test
    public void sendsAnExactNumberOfStatements() {
        sends(2, () -> tasks.add(WAITING));
        sends(1, () -> tasks.add(task("a2", "lead")));
        sends(2, () -> tasks.tell("a1", State.RUNNING, 1, 2, at(1)));
        sends(1, () -> tasks.find("a1", at(1)));
        sends(1, () -> tasks.underWay("lead", "dry-run", at(1)));
        sends(2, () -> tasks.cancel("a1", at(1)));
        sends(5, () -> tasks.end("a1", State.DONE, "", LONG, at(2)));
        sends(1, () -> tasks.result("a1"));
        sends(1, () -> tasks.end("a1", State.DONE, "", LONG, at(2)));
    }

    private void sends(int statements, Runnable work) {
        database.statements.clear();
        work.run();
        List<String> sent = database.statements.stream().filter(statement -> !statement.startsWith("SELECT NEXTVAL")).toList();
        assertEquals(sent.toString(), statements, sent.size());
    }

    private static BackgroundTask task(String id, String owner) {
        return BackgroundTask.queued(id, "dry-run", owner, "SHOP", "Decisions of SHOP", NINE);
    }

    private static BackgroundTask with(State state, int done, int total, Optional<Instant> endedAt, String fault) {
        return new BackgroundTask("a1", "dry-run", "lead", "SHOP", "Decisions of SHOP", state, done, total, NINE, endedAt, fault);
    }

    private static Instant at(int seconds) {
        return NINE.plus(Duration.ofSeconds(seconds));
    }
}
