package org.decisiongates.jira.gate;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.After;
import org.junit.Test;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.Page;

public class RefusalWriterTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<String> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private volatile boolean down;
    private volatile String refused = "";
    private volatile boolean slowed;
    private RefusalWriter writer = new RefusalWriter(journal(), LONG);

    @After
    public void stop() {
        slow.countDown();
        writer.destroy();
    }

    @Test
    public void writesOnAThreadOfItsOwnBeforeTheCallerGoesOn() {
        writer.append(refusal("first"));
        assertEquals(List.of("first"), written);
        assertNotEquals(List.of(Thread.currentThread().getName()), threads);
    }

    @Test
    public void writesWhatItCouldNotInTheOrderInWhichItCame() {
        down = true;
        writer.append(refusal("first"));
        writer.append(refusal("second"));
        assertEquals(List.of(), written);
        down = false;
        writer.append(refusal("third"));
        assertEquals(List.of("first", "second", "third"), written);
    }

    @Test
    public void writesTheOthersWhenTheDatabaseNeverTakesOne() {
        refused = "first";
        writer.append(refusal("first"));
        writer.append(refusal("second"));
        assertEquals(List.of("second"), written);
        refused = "";
        writer.append(refusal("third"));
        assertEquals(List.of("second", "first", "third"), written);
    }

    @Test
    public void writesTheOthersHoweverManyTheDatabaseNeverTakes() {
        refused = "bad";
        IntStream.rangeClosed(1, 5).forEach(number -> writer.append(refusal("bad " + number)));
        writer.append(refusal("good 1"));
        writer.append(refusal("good 2"));
        assertEquals(List.of("good 1", "good 2"), written);
        refused = "";
        writer.append(refusal("good 3"));
        assertEquals(List.of("good 1", "good 2", "bad 1", "bad 2", "bad 3", "bad 4", "bad 5", "good 3"), written);
    }

    @Test
    public void throwsNothingAtWhoWaitsWhileItIsStopped() throws InterruptedException {
        writer = new RefusalWriter(journal(), LONG);
        slowed = true;
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        List<Thread> waiting = IntStream.rangeClosed(1, 3).mapToObj(number -> new Thread(() -> {
            try {
                writer.append(refusal("number " + number));
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        })).toList();
        waiting.forEach(Thread::start);
        while (waiting.stream().anyMatch(thread -> thread.getState() != Thread.State.TIMED_WAITING)) {
            Thread.sleep(5);
        }
        Thread.currentThread().interrupt();
        writer.destroy();
        assertEquals("passes the interruption on", true, Thread.interrupted());
        slow.countDown();
        for (Thread thread : waiting) {
            thread.join();
        }
        assertEquals(List.of(), thrown);
    }

    @Test
    public void writesWhatWaitsWhenItIsStopped() {
        down = true;
        writer.append(refusal("first"));
        down = false;
        writer.destroy();
        assertEquals(List.of("first"), written);
        writer.append(refusal("too late"));
        assertEquals(List.of("first"), written);
    }

    @Test
    public void makesNobodyWaitForASlowDatabase() {
        writer = new RefusalWriter(journal(), Duration.ofMillis(1));
        slowed = true;
        writer.append(refusal("first"));
        assertEquals(List.of(), written);
        slow.countDown();
        writer.destroy();
        assertEquals(List.of("first"), written);
    }

    @Test
    public void keepsNoMoreThanAThousand() {
        down = true;
        IntStream.range(0, 1_010).forEach(number -> writer.append(refusal("number " + number)));
        down = false;
        writer.destroy();
        assertEquals(1_000, written.size());
        assertEquals("number 999", written.get(999));
    }

    private GateEvents journal() {
        return new GateEvents() {
            @Override
            public void append(GateEvent event) {
                if (down || !refused.isEmpty() && event.transition().startsWith(refused)) {
                    throw new IllegalStateException("the database is down");
                }
                if (slowed) {
                    await();
                }
                threads.add(Thread.currentThread().getName());
                written.add(event.transition());
            }

            @Override
            public Page<GateEvent> ofProjects(Collection<Long> projectIds, Period period, Page.Position after, int limit) {
                throw new AssertionError("nobody asks for this here");
            }

            @Override
            public List<Entry> ofProject(long projectId, long after, int limit) {
                throw new AssertionError("nobody asks for this here");
            }
        };
    }

    private void await() {
        try {
            slow.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static GateEvent refusal(String transition) {
        return aGateEvent().transition(transition).refusedBy("has-owner").at(Instant.EPOCH).event();
    }
}
