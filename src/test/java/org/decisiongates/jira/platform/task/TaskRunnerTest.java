package org.decisiongates.jira.platform.task;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.After;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.health.ErrorCounts;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;

public class TaskRunnerTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NINE);
    private final TasksInMemory tasks = new TasksInMemory();
    private final ThreadLocal<String> loggedIn = new ThreadLocal<>();
    private final TaskRunner runner = new TaskRunner(tasks, this::inContext, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }, Texts.english(), new ErrorCounts(TestTime.CLOCK));

    private Runnable inContext(Runnable work) {
        String user = loggedIn.get();
        return () -> {
            loggedIn.set(user);
            try {
                work.run();
            } finally {
                loggedIn.remove();
            }
        };
    }

    @After
    public void stop() {
        runner.destroy();
    }

    @Test
    public void doesTheWorkAsWhoAskedAndKeepsWhatCameOfIt() {
        loggedIn.set("lead");
        BackgroundTask task = start("lead", progress -> "found by " + loggedIn.get());

        assertEquals(State.QUEUED, task.state());
        assertEquals(State.DONE, ended(task));
        assertEquals(Optional.of("found by lead"), runner.result(task.id(), "lead"));
        assertEquals(Optional.empty(), runner.result(task.id(), "owner"));
        assertEquals(Optional.empty(), runner.find(task.id(), "owner"));
        assertFalse(runner.cancel(task.id(), "owner"));
        assertTrue(runner.cancel(task.id(), "lead"));
        assertEquals(State.DONE, ended(task));
    }

    /** Ten thousand steps of a millisecond: once when it begins, once for the total, and once for each of the seconds that begin. */
    @Test
    public void storesProgressOnceASecondWhateverTheNumberOfSteps() {
        BackgroundTask task = start("lead", progress -> {
            progress.total(10_000);
            for (int i = 1; i <= 10_000; i++) {
                now.updateAndGet(time -> time.plusMillis(1));
                progress.done(i);
            }
            return "";
        });
        assertEquals(State.DONE, ended(task));
        assertEquals(12, tasks.told.get());
    }

    @Test
    public void storesNoProgressWhileTheClockStandsStill() {
        BackgroundTask task = start("lead", progress -> {
            progress.total(10_000);
            for (int i = 1; i <= 10_000; i++) {
                progress.done(i);
            }
            return "";
        });
        assertEquals(State.DONE, ended(task));
        assertEquals(2, tasks.told.get());
    }

    @Test
    public void endsTheWorkOfACancelledTaskAtItsNextStep() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        AtomicInteger steps = new AtomicInteger();
        BackgroundTask task = start("lead", progress -> {
            progress.done(steps.incrementAndGet());
            begun.countDown();
            await(cancelled);
            progress.done(steps.incrementAndGet());
            steps.incrementAndGet();
            return "never";
        });
        begun.await();
        assertEquals("one at a time", 429, refused("lead").status());
        assertTrue(runner.cancel(task.id(), "lead"));
        cancelled.countDown();

        assertEquals(State.CANCELLED, ended(task));
        assertEquals(2, steps.get());
        assertEquals(Optional.empty(), runner.result(task.id(), "lead"));
    }

    @Test
    public void learnsFromTheTableThatAnotherNodeCancelled() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        BackgroundTask task = start("lead", progress -> {
            await(cancelled);
            now.updateAndGet(time -> time.plusSeconds(1));
            progress.done(1);
            return "never";
        });
        tasks.await(task.id(), state -> state == State.RUNNING);
        tasks.cancel(task.id(), now.get());
        cancelled.countDown();
        assertEquals(State.CANCELLED, ended(task));
    }

    /** The heart beats while the work ends: the row was read before the end, and is written behind it. */
    @Test
    public void endsNoTaskWhileItIsToldOf() throws Exception {
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicReference<Thread> heart = new AtomicReference<>();
        BackgroundTask task = start("lead", progress -> {
            worker.set(Thread.currentThread());
            tasks.amidTelling = () -> {
                telling.countDown();
                await(written);
            };
            heart.set(new Thread(() -> assertThrows(TaskCancelledException.class, ((RunningTask) progress)::tell)));
            heart.get().start();
            await(telling);
            return "found";
        });
        telling.await();
        while (worker.get().getState() != Thread.State.BLOCKED && !runner.find(task.id(), "lead").orElseThrow().state().isOver()) {
            Thread.onSpinWait();
        }
        boolean isOver = runner.find(task.id(), "lead").orElseThrow().state().isOver();
        written.countDown();
        heart.get().join();

        assertFalse("its end would be written over", isOver);
        assertEquals(State.DONE, ended(task));
    }

    @Test
    public void refusesMoreThanItHasRoomForAndTakesThemLater() {
        CountDownLatch go = new CountDownLatch(1);
        List<BackgroundTask> started = new ArrayList<>();
        for (int i = 0; i < TaskRunner.THREADS + TaskRunner.MAX_WAITING; i++) {
            started.add(start("user" + i, progress -> {
                await(go);
                return "";
            }));
        }
        assertEquals(503, refused("late").status());
        assertEquals("one that is refused leaves nothing behind", Optional.empty(), runner.underWay("dry-run", "late"));

        BackgroundTask last = started.get(started.size() - 1);
        runner.cancel(last.id(), last.owner());
        assertEquals("one that waits is over at once", State.CANCELLED, runner.find(last.id(), last.owner()).orElseThrow().state());
        BackgroundTask instead = start("late", progress -> "");
        go.countDown();
        assertEquals(State.DONE, ended(instead));
        started.subList(0, started.size() - 1).forEach(task -> assertEquals(State.DONE, ended(task)));
        assertEquals(State.DONE, ended(start("late", progress -> "")));
    }

    @Test
    public void leavesNoRoomTakenWhenNothingCanBeStored() {
        tasks.broken = true;
        for (int i = 0; i < 20; i++) {
            assertThrows(IllegalStateException.class, () -> start("lead", progress -> ""));
        }
        tasks.broken = false;
        assertEquals(State.DONE, ended(start("lead", progress -> "")));
    }

    @Test
    public void saysWhyAFailedTaskFailedAndNothingOfTheInside() {
        BackgroundTask refused = start("lead", progress -> {
            throw new ProblemException(400, "decision-gates.jira.rest.no-such-project", "GONE");
        });
        assertEquals(State.FAILED, ended(refused));
        assertEquals("There is no project \u201CGONE\u201D, or you may not see it.", fault(refused));

        for (TaskWork work : List.<TaskWork>of(progress -> {
            throw new IllegalStateException("secret");
        }, progress -> {
            throw new StackOverflowError();
        }, progress -> "x".repeat(8_000_001))) {
            BackgroundTask broken = start("lead", work);
            assertEquals(State.FAILED, ended(broken));
            assertEquals("Something went wrong. Ask a Jira administrator to look for " + broken.id() + " in the log.", fault(broken));
        }
    }

    @Test
    public void losesItsTasksWhenTheAppIsStopped() {
        CountDownLatch go = new CountDownLatch(1);
        List<BackgroundTask> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            started.add(start("user" + i, progress -> {
                await(go);
                progress.done(1);
                return "";
            }));
        }
        runner.destroy();
        go.countDown();
        started.forEach(task -> assertEquals(State.LOST, ended(task)));
    }

    private BackgroundTask start(String owner, TaskWork work) {
        return runner.start("dry-run", owner, "SHOP", "Decisions of SHOP", work);
    }

    private ProblemException refused(String owner) {
        return assertThrows(ProblemException.class, () -> start(owner, progress -> ""));
    }

    private String fault(BackgroundTask task) {
        return runner.find(task.id(), task.owner()).orElseThrow().fault();
    }

    private State ended(BackgroundTask task) {
        return tasks.await(task.id(), State::isOver).state();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
