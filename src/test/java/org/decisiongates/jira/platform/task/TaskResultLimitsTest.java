package org.decisiongates.jira.platform.task;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.Test;

import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;

public class TaskResultLimitsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final TaskResultLimits.Bounds BOUNDS = new TaskResultLimits.Bounds(2, 3, 100, 150);

    private final TasksInMemory tasks = new TasksInMemory();
    private final TaskResultLimits kept = new TaskResultLimits(tasks, Clock.fixed(NINE, ZoneOffset.UTC));

    @Test
    public void removesTheOldestOfAPerson() {
        ended("a1", "ann", 1);
        ended("b1", "bea", 1);
        ended("a2", "ann", 1);
        ended("a3", "ann", 1);
        kept.prune("take-out", BOUNDS, task -> false);
        assertEquals(List.of("a3", "a2"), idsOf("ann"));
        assertEquals(List.of("b1"), idsOf("bea"));
    }

    @Test
    public void removesTheOldestOfAll() {
        for (String owner : List.of("ann", "bea", "cid", "dan")) {
            ended(owner + "1", owner, 1);
        }
        kept.prune("take-out", BOUNDS, task -> false);
        assertEquals(List.of(), idsOf("ann"));
        assertEquals(List.of("bea1"), idsOf("bea"));
    }

    @Test
    public void removesWhatTakesTooMuchRoom() {
        ended("a1", "ann", 40);
        ended("a2", "ann", 70);
        ended("b1", "bea", 80);
        kept.prune("take-out", BOUNDS, task -> false);
        assertEquals("110 of one person are too many", List.of("a2"), idsOf("ann"));
        ended("c1", "cid", 80);
        kept.prune("take-out", BOUNDS, task -> false);
        assertEquals("160 of all are, 150 are not", List.of(), idsOf("bea"));
        assertEquals(List.of("a2"), idsOf("ann"));
    }

    @Test
    public void leavesWhatIsUnderWayOrNeededOrOfAnotherKind() {
        ended("a1", "ann", 90);
        ended("a2", "ann", 90);
        tasks.add(BackgroundTask.queued("a3", "take-out", "ann", "", "Running", NINE));
        tasks.keep("a3", 0, "x".repeat(90));
        tasks.add(BackgroundTask.queued("a4", "replay", "ann", "", "Another kind", NINE));
        kept.prune("take-out", BOUNDS, task -> task.id().equals("a1"));
        assertEquals(List.of("a3", "a1"), idsOf("ann"));
        assertEquals(3, tasks.size());
        assertEquals(List.of("a3"), kept.underWay("take-out").stream().map(BackgroundTask::id).toList());
    }

    private List<String> idsOf(String owner) {
        return kept.of("take-out", owner).stream().map(BackgroundTask::id).toList();
    }

    private void ended(String id, String owner, int room) {
        tasks.add(BackgroundTask.queued(id, "take-out", owner, "SHOP", "Storefront", NINE));
        tasks.keep(id, 0, "x".repeat(room));
        tasks.end(id, State.DONE, "", "", NINE);
    }
}
