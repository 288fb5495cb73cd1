package org.decisiongates.jira.metric;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.After;
import org.junit.Test;

import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.Page;
import org.decisiongates.timeline.Pages;

public class PrefetchExecutorTest {

    private static final int PAGE = JournalReplay.PAGE_SIZE;
    private static final List<Long> PROJECT = List.of(10000L);

    private final PrefetchExecutor threads = new PrefetchExecutor();

    @After
    public void end() {
        threads.close();
    }

    @Test
    public void handsOverEveryChangeOnceAndInOrder() {
        for (int length : new int[] {0, 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE + 7}) {
            Stored stored = new Stored(length);
            assertEquals(IntStream.range(0, length).boxed().toList(), fold(stored));
            assertEquals(length + " changes", length / PAGE + 1, stored.asked.get());
        }
    }

    @Test
    public void readsAPageWhileTheOneBeforeIsWorkedThroughAndNoneFurther() {
        Stored stored = new Stored(5 * PAGE);
        AtomicInteger taken = new AtomicInteger();
        forEach(stored, change -> {
            int page = taken.getAndIncrement() / PAGE + 1;
            if (taken.get() % PAGE == 1) {
                await(stored.reached(page + 1));
                assertTrue("page " + page + " is worked through and " + stored.asked + " are asked for", stored.asked.get() == page + 1);
            }
        });
        assertEquals(5 * PAGE, taken.get());
    }

    @Test
    public void readsOnThreadsOfItsOwn() {
        Stored stored = new Stored(10 * PAGE);
        fold(stored);
        assertEquals(11, stored.readers.size());
        assertTrue(stored.readers.toString(),
                stored.readers.stream().allMatch(thread -> thread.getName().equals("decision-gates-replay-reader") && thread.isDaemon()));
    }

    @Test
    public void saysSoWhenAPageCannotBeReadAndHandsOverThoseBefore() {
        for (Throwable broken : List.of(new IllegalStateException("the database is down"), new StackOverflowError())) {
            Stored stored = new Stored(5 * PAGE);
            stored.breaks(3, broken);
            List<Integer> taken = new ArrayList<>();
            Throwable thrown = assertThrows(Throwable.class, () -> forEach(stored, change -> taken.add((int) change.issueId())));
            assertSame(broken, broken instanceof Error ? thrown : thrown.getCause());
            assertEquals(IntStream.range(0, 2 * PAGE).boxed().toList(), taken);
            assertEquals("nothing is read any more", 3, stored.asked.get());
        }
    }

    @Test
    public void givesUpReadingWhenWorkingFails() {
        Stored stored = new Stored(5 * PAGE);
        stored.hangsAt(2);
        IllegalArgumentException broken = new IllegalArgumentException("no such change");
        assertSame(broken, assertThrows(IllegalArgumentException.class, () -> forEach(stored, change -> {
            await(stored.reached(2));
            throw broken;
        })));
        stored.goesOn();
        await(stored.ended);
        assertFalse("interrupted in the middle of a statement", stored.disturbed);
        assertEquals("the page at hand is read to its end, and no other", 2, stored.asked.get());
    }

    @Test
    public void endsWhenTheAppStops() {
        Stored stored = new Stored(5 * PAGE);
        stored.hangsAt(2);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread fold = new Thread(() -> thrown.set(assertThrows(Throwable.class, () -> fold(stored))));
        fold.start();
        await(stored.reached(2));
        threads.close();
        stored.goesOn();
        join(fold);
        assertTrue(String.valueOf(thrown.get()), thrown.get() instanceof CancellationException);
        assertEquals("the page at hand is read to its end, and no other", 2, stored.asked.get());
        assertThrows("nothing begins any more", CancellationException.class, () -> fold(stored));
    }

    @Test
    public void endsWhenItsThreadIsInterrupted() {
        Stored stored = new Stored(5 * PAGE);
        stored.hangsAt(2);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread fold = new Thread(() -> {
            Throwable end = assertThrows(Throwable.class, () -> fold(stored));
            thrown.set(Thread.currentThread().isInterrupted() ? end : new AssertionError("whoever interrupted is not told"));
        });
        fold.start();
        await(stored.reached(2));
        fold.interrupt();
        join(fold);
        stored.goesOn();
        assertTrue(String.valueOf(thrown.get()),
                thrown.get() instanceof IllegalStateException && thrown.get().getCause() instanceof InterruptedException);
    }

    @Test
    public void readsForItselfWhenNoThreadIsLeft() {
        List<Stored> busy = List.of(new Stored(1), new Stored(1));
        for (Stored one : busy) {
            one.hangsAt(1);
            pages(one);
            await(one.reached(1));
        }
        Stored stored = new Stored(2 * PAGE + 1);
        assertEquals(2 * PAGE + 1, fold(stored).size());
        assertEquals(Set.of(Thread.currentThread()), Set.copyOf(stored.readers));
        busy.forEach(Stored::goesOn);
    }

    private List<Integer> fold(Stored stored) {
        List<Integer> taken = new ArrayList<>();
        forEach(stored, change -> taken.add((int) change.issueId()));
        return taken;
    }

    private void forEach(Stored stored, Consumer<Change> taking) {
        pages(stored).forEachRemaining(taking);
    }

    private Iterator<Change> pages(Stored stored) {
        return new Pages<>(after -> stored.ofProjects(PROJECT, after, PAGE), threads::read);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue("it never came to that", latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertTrue("it never ended", !thread.isAlive());
    }

    /** Changes of as many issues, numbered from nought, that hangs or breaks at a page when told to. */
    private static final class Stored implements Changes {

        private final int length;
        private final AtomicInteger asked = new AtomicInteger();
        private final List<CountDownLatch> reached = IntStream.range(0, 12).mapToObj(page -> new CountDownLatch(1)).toList();
        private final CountDownLatch on = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final List<Thread> readers = Collections.synchronizedList(new ArrayList<>());
        private int hanging;
        private int breaking;
        private volatile boolean disturbed;
        private Throwable broken;

        Stored(int length) {
            this.length = length;
        }

        void hangsAt(int page) {
            hanging = page;
        }

        void breaks(int page, Throwable how) {
            breaking = page;
            broken = how;
        }

        void goesOn() {
            on.countDown();
        }

        CountDownLatch reached(int page) {
            return reached.get(page);
        }

        @Override
        public Page<Change> ofProjects(Collection<Long> projectIds, Page.Position after, int limit) {
            int page = asked.incrementAndGet();
            readers.add(Thread.currentThread());
            reached.get(page).countDown();
            if (page == hanging) {
                hang();
            }
            if (page == breaking) {
                PrefetchExecutorTest.<RuntimeException>raise(broken);
            }
            int start = after.equals(Page.Position.START) ? 0 : after.values().get(0).intValue() + 1;
            List<Change> rows = IntStream.range(start, Math.min(length, start + limit)).mapToObj(Stored::change).toList();
            return new Page<>(rows,
                    rows.size() < limit ? Optional.empty() : Optional.of(new Page.Position(List.of(start + limit - 1L))));
        }

        private void hang() {
            try {
                assertTrue("it was never let go on", on.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                disturbed = true;
                throw new AssertionError("interrupted in the middle of a statement", e);
            } finally {
                ended.countDown();
            }
        }

        private static Change change(int issue) {
            return aChange().issue(issue, "SHOP-" + issue).by("").at(Instant.EPOCH).change();
        }

        @Override
        public boolean append(Change change) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public List<Change> recorded(Collection<Long> issueIds) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public List<Change> ofIssues(Collection<Long> issueIds, int limit) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public OptionalLong newest(Collection<Long> projectIds) {
            throw new AssertionError("nobody asks for this here");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable broken) throws T {
        throw (T) broken;
    }
}
