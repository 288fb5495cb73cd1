package org.decisiongates.confluence.link;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import org.junit.After;
import org.junit.Test;

public class BoundedExecutorTest {

    private final BoundedExecutor calls = new BoundedExecutor();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Semaphore started = new Semaphore(0);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @After
    public void end() {
        release.countDown();
        calls.close();
        AuthenticatedUserThreadLocal.reset();
    }

    @Test
    public void makesFourCallsAtOnceAndKeepsSixtyFourWaiting() throws Exception {
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < BoundedExecutor.THREADS + BoundedExecutor.WAITING; i++) {
            all.add(stuck());
        }
        assertTrue(calls.start(() -> "one too many", any -> {}).isEmpty());
        started.acquire(BoundedExecutor.THREADS);
        assertEquals(BoundedExecutor.WAITING, calls.waiting());

        release.countDown();
        for (Future<String> call : all) {
            assertEquals("done", call.get());
        }
        assertEquals(BoundedExecutor.THREADS, most.get());
    }

    @Test
    public void putsAnotherInThePlaceOfACallThatDoesNotEndAndNoMoreThanFourTimes() throws Exception {
        for (int i = 0; i < BoundedExecutor.THREADS; i++) {
            Future<String> hanging = stuck();
            started.acquire();
            calls.giveUp(hanging);
        }
        assertEquals("served", calls.start(() -> "served", any -> {}).orElseThrow().get());

        for (int i = 0; i < BoundedExecutor.THREADS; i++) {
            Future<String> hanging = stuck();
            started.acquire();
            calls.giveUp(hanging);
        }
        Future<String> waiting = calls.start(() -> "at last", any -> {}).orElseThrow();
        assertEquals(1, calls.waiting());
        assertEquals(BoundedExecutor.THREADS + BoundedExecutor.MAX_DETACHED, most.get());
        release.countDown();
        assertEquals("at last", waiting.get());
    }

    @Test
    public void forgetsACallThatIsGivenUpOnBeforeItBegins() throws Exception {
        for (int i = 0; i < BoundedExecutor.THREADS; i++) {
            stuck();
        }
        started.acquire(BoundedExecutor.THREADS);
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        Future<String> early = calls.start(() -> "never", outcome -> cancelled.complete(outcome.isCancelled())).orElseThrow();

        calls.giveUp(early);

        assertTrue(cancelled.get());
        assertEquals(0, calls.waiting());
    }

    @Test
    public void tellsHowACallEnded() throws Exception {
        CompletableFuture<Future<String>> failed = new CompletableFuture<>();
        calls.start(() -> {
            throw new IllegalStateException("the line is dead");
        }, failed::complete);

        assertEquals("the line is dead", assertThrows(ExecutionException.class, () -> failed.get().get()).getCause().getMessage());
    }

    @Test
    public void leavesNobodyWithoutAnOutcomeWhenTheAppStops() throws Exception {
        for (int i = 0; i < BoundedExecutor.THREADS; i++) {
            stuck();
        }
        started.acquire(BoundedExecutor.THREADS);
        CompletableFuture<Future<String>> waiting = new CompletableFuture<>();
        calls.start(() -> "never", waiting::complete);

        calls.close();

        assertThrows(CancellationException.class, () -> waiting.get().get());
        assertFalse(calls.start(() -> "never", any -> {}).isPresent());
    }

    @Test
    public void actsForWhoeverAsked() throws Exception {
        for (String name : new String[] {"lead", null, "owner", null}) {
            acting(name);
            Future<String> call = calls.start(AuthenticatedUserThreadLocal::getUsername, any -> {}).orElseThrow();
            acting("somebody else");
            assertEquals(name, call.get());
        }
    }

    @Test
    public void leavesNobodyBehindOnItsThreadsHoweverACallEnds() throws Exception {
        acting("lead");
        calls.start(() -> "done", any -> {}).orElseThrow().get();
        for (Throwable thrown : List.of(new IllegalStateException(), new IOException(), new StackOverflowError())) {
            Future<String> failing = calls.<String>start(() -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown;
            }, any -> {}).orElseThrow();
            assertSame(thrown, assertThrows(ExecutionException.class, failing::get).getCause());
        }
        Future<String> interrupted = calls.start(() -> {
            started.release();
            new CountDownLatch(1).await();
            return "never";
        }, any -> {}).orElseThrow();
        started.acquire();
        calls.giveUp(interrupted);
        Future<String> endsLate = stuck();
        started.acquire();
        calls.giveUp(endsLate);
        Future<String> takesTheUserAlong = calls.start(() -> {
            acting("whoever the link becomes on the way");
            return "done";
        }, any -> {}).orElseThrow();
        takesTheUserAlong.get();
        release.countDown();

        acting(null);
        for (int i = 0; i < 10 * BoundedExecutor.THREADS; i++) {
            // The outcome is told on the thread of the call, once the call has left.
            CompletableFuture<String> left = new CompletableFuture<>();
            calls.start(() -> "done", any -> left.complete("" + AuthenticatedUserThreadLocal.getUsername())).orElseThrow();
            assertEquals("null", left.get());
        }
    }

    private static void acting(String name) {
        if (name == null) {
            AuthenticatedUserThreadLocal.reset();
            return;
        }
        ConfluenceUser user = mock(ConfluenceUser.class);
        when(user.getName()).thenReturn(name);
        AuthenticatedUserThreadLocal.set(user);
    }

    /** A call that ends when the test lets it, and no sooner for being interrupted: as one does that reads from a socket. */
    private Future<String> stuck() {
        return calls.<String>start(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            started.release();
            boolean over = false;
            while (!over) {
                try {
                    release.await();
                    over = true;
                } catch (InterruptedException e) {
                    over = false;
                }
            }
            now.decrementAndGet();
            return "done";
        }, any -> {}).orElseThrow();
    }
}
