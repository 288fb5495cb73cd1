package org.decisiongates.jira.metric;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.time.Week;

public class BackgroundProjectionsTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Week WEEK = Week.parse("2026-W47");

    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore mayEnd = new Semaphore(0);
    private final ProjectTime time = mock(ProjectTime.class);
    private final BackgroundProjections projections = new BackgroundProjections(new JournalReplay(null, null, null, null) {
        @Override
        Result replay(long projectId, WeekMoment when, Set<Long> without) {
            begun.incrementAndGet();
            pause();
            if (projectId < 0) {
                throw new IllegalStateException("the database is down");
            }
            return new Result(null, null, OptionalLong.of(begun.get()), when.now().toInstant(), Optional.empty());
        }
    }, time);
    private volatile Instant now = Instant.parse("2026-11-20T15:00:00Z");

    @Before
    public void tellTheTime() {
        when(time.now()).thenAnswer(asked -> now.atZone(ZONE));
    }

    @After
    public void end() {
        projections.close();
    }

    @Test
    public void foldsOnceHoweverLongItTakesAndHoweverManyAskMeanwhile() {
        for (int minute = 0; minute < 5; minute++) {
            want(1);
            now = now.plusSeconds(61);
        }
        want(2);
        mayEnd.release(2);
        awaitResult(2);
        assertEquals("one of each project", 2, begun.get());
        assertTrue(projections.latest(key(1)).isPresent() && projections.isLarge(1) && !projections.isLarge(3));
    }

    @Test
    public void restsForAMinuteAfterItHasEndedAndThenFoldsAgain() {
        want(1);
        now = now.plusSeconds(300);
        mayEnd.release(2);
        want(2);
        awaitResult(2);
        now = now.plusSeconds(59);
        want(1);
        mayEnd.release(2);
        want(3);
        awaitResult(3);
        assertEquals("not the first one once more", 3, begun.get());
        now = now.plusSeconds(2);
        want(1);
        want(4);
        mayEnd.release();
        awaitResult(4);
        assertEquals(OptionalLong.of(4), projections.latest(key(1)).orElseThrow().newest());
    }

    @Test
    public void restsForNoLongerWhenTheClockIsPutBack() {
        mayEnd.release(4);
        want(1);
        want(2);
        awaitResult(2);
        now = now.minusSeconds(86_400);
        want(1);
        want(3);
        awaitResult(3);
        assertEquals(4, begun.get());
    }

    @Test
    public void foldsAgainWhatFailed() {
        mayEnd.release(4);
        want(-1);
        want(1);
        awaitResult(1);
        assertFalse(projections.latest(key(-1)).isPresent());
        now = now.plusSeconds(61);
        want(-1);
        want(2);
        awaitResult(2);
        assertEquals(4, begun.get());
    }

    @Test
    public void givesUpNoCurrentWeekForWeeksThatAreOver() {
        mayEnd.release(1_000);
        want(1);
        awaitResult(1);
        Week past = WEEK;
        for (int i = 0; i < 60; i++) {
            past = past.previous();
            BackgroundProjections.Key asked = new BackgroundProjections.Key(1, past, Set.of());
            projections.request(asked, new WeekMoment(past, now.atZone(ZONE)));
            for (int wait = 0; wait < 3_000 && projections.latest(asked).isEmpty(); wait++) {
                sleep();
            }
            assertTrue(past.text(), projections.latest(asked).isPresent());
        }
        assertTrue(projections.latest(key(1)).isPresent());
        assertTrue(projections.isLarge(1));
    }

    @Test
    public void letsFewWeeksThatAreOverWaitBeforeTheCurrentOne() {
        Week past = WEEK;
        for (int i = 0; i < 60; i++) {
            past = past.previous();
            projections.request(new BackgroundProjections.Key(1, past, Set.of()),
                    new WeekMoment(past, now.atZone(ZONE)));
        }
        want(1);
        mayEnd.release(1_000);
        awaitResult(1);
        assertEquals(5, begun.get());
    }

    private void want(long project) {
        projections.request(key(project), new WeekMoment(WEEK, now.atZone(ZONE)));
    }

    private static BackgroundProjections.Key key(long project) {
        return new BackgroundProjections.Key(project, WEEK, Set.of());
    }

    /** Folds are done one after the other: with this one those before have ended. */
    private void awaitResult(long project) {
        for (int i = 0; i < 3_000 && projections.latest(key(project)).isEmpty(); i++) {
            sleep();
        }
        assertTrue("project " + project + " is not replayed", projections.latest(key(project)).isPresent());
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void pause() {
        try {
            assertTrue("nobody lets it end", mayEnd.tryAcquire(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
