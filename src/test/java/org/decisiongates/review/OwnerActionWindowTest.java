package org.decisiongates.review;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.Test;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.review.OwnerActionWindow.State;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.time.BusinessHours;

/** The clock of the 48 hours (M8). */
public class OwnerActionWindowTest {

    private static final Optional<BusinessHours> WALL = Optional.empty();
    private static final Optional<BusinessHours> BUSINESS = Optional
            .of(new BusinessHours(LocalTime.of(9, 0), LocalTime.of(17, 0), ZoneId.of("Europe/Berlin")));
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A case: when the action is asked for, in which mode, and the last moment of the window. */
    private record Case(String what, Optional<BusinessHours> hours, String asked, String due) {
    }

    private static final List<Case> CASES = List.of(
            new Case("Friday to Sunday", WALL, "2026-11-20T10:00+01:00", "2026-11-22T10:00+01:00"),
            new Case("the clock is put back: an hour earlier by the clock", WALL, "2026-10-24T10:00+02:00", "2026-10-26T09:00+01:00"),
            new Case("the clock is put forward: an hour later", WALL, "2026-03-28T10:00+01:00", "2026-03-30T11:00+02:00"),
            new Case("six days of eight hours", BUSINESS, "2026-11-20T10:00+01:00", "2026-11-30T10:00+01:00"),
            new Case("asked for on a Sunday", BUSINESS, "2026-11-22T10:00+01:00", "2026-11-30T17:00+01:00"),
            new Case("business time, and the clock is put back", BUSINESS, "2026-10-23T10:00+02:00", "2026-11-02T10:00+01:00"),
            new Case("business time, and the clock is put forward", BUSINESS, "2026-03-27T10:00+01:00", "2026-04-06T10:00+02:00"));

    @Test
    public void isMetUpToTheSecondAndBreachedBehindIt() {
        for (Case one : CASES) {
            Instant due = instant(one.due());
            for (Duration early : List.of(SECOND, Duration.ZERO)) {
                Instant closed = due.minus(early);
                Threads thread = new Threads(one.hours()).take(Kind.OWNER_ACTION, instant(one.asked())).take(Kind.RESOLVED, closed);
                assertEquals(one.what(), due, thread.window().due());
                assertEquals(one.what(), State.MET, thread.window().state(closed));
                assertEquals(one.what(), State.MET, thread.window().state(due.plus(SECOND)));
                assertEquals(one.what(), Optional.of(closed), thread.window().closed());
            }
            Threads open = new Threads(one.hours()).take(Kind.OWNER_ACTION, instant(one.asked()));
            assertEquals(one.what(), State.RUNNING, open.window().state(due.minus(SECOND)));
            assertEquals(one.what(), SECOND, open.window().left(due.minus(SECOND)));
            assertEquals(one.what(), State.RUNNING, open.window().state(due));
            assertEquals(one.what(), Duration.ZERO, open.window().left(due));
            assertEquals(one.what(), State.BREACHED, open.window().state(due.plusMillis(1)));
            assertEquals(one.what(), Duration.ZERO, open.window().left(due.plus(SECOND)));
            open.take(Kind.DECLINED, due.plus(SECOND));
            assertEquals("declined too late: " + one.what(), State.BREACHED, open.window().state(due.plus(SECOND)));
            assertFalse(one.what(), open.window().met());
        }
    }

    @Test
    public void isNoneWhereNoActionWasAskedFor() {
        Threads thread = new Threads(WALL).take(Kind.REPLIED, instant("2026-11-20T10:00Z")).take(Kind.RESOLVED,
                instant("2026-11-20T11:00Z"));
        assertEquals(Optional.empty(), thread.thread().window());
        assertEquals(ThreadState.RESOLVED, thread.thread().state());
    }

    /** The verdict is that of the last moment: who reopens a thread later, or drops the flag shortly before, does not change it. */
    @Test
    public void keepsTheVerdictOfItsLastMoment() {
        Instant asked = instant("2026-11-20T10:00Z");
        Instant due = asked.plus(OwnerActionWindow.LENGTH);
        Threads reopened = new Threads(WALL).take(Kind.OWNER_ACTION, asked).take(Kind.RESOLVED, due.minus(SECOND))
                .take(Kind.REOPENED, due.plus(SECOND)).take(Kind.OWNER_ACTION, due.plus(SECOND));
        assertEquals(State.MET, reopened.window().state(due.plusSeconds(9)));
        assertEquals(Optional.empty(), reopened.window().closed());
        assertEquals(ThreadState.NEEDS_OWNER_ACTION, reopened.thread().state());

        Threads inTime = new Threads(WALL).take(Kind.OWNER_ACTION, asked).take(Kind.RESOLVED, asked.plus(SECOND)).take(Kind.REOPENED, due);
        assertEquals("reopened at the last moment", State.RUNNING, inTime.window().state(due));
        assertEquals(State.BREACHED, inTime.window().state(due.plusMillis(1)));

        Threads dropped = new Threads(WALL).take(Kind.OWNER_ACTION, asked).take(Kind.OWNER_ACTION_DROPPED, due.minus(SECOND));
        assertEquals("to drop the flag is no end", State.BREACHED, dropped.window().state(due.plusMillis(1)));
        assertEquals(ThreadState.OPEN, dropped.thread().state());
    }

    /** A dispute has the same window: it is met by settling it. */
    @Test
    public void isMetOnceADisputeIsSettledUpToTheSecond() {
        for (Case one : CASES) {
            Instant due = instant(one.due());
            Threads settled = new Threads(one.hours()).take(Kind.DISPUTED, instant(one.asked())).take(Kind.DISPUTE_SETTLED, due);
            assertEquals(one.what(), due, settled.window().due());
            assertEquals(one.what(), State.MET, settled.window().state(due.plus(SECOND)));
            assertEquals(one.what(), Optional.of(due), settled.window().closed());
            assertEquals(one.what(), ThreadState.OPEN, settled.thread().state());

            Threads late = new Threads(one.hours()).take(Kind.DISPUTED, instant(one.asked()));
            assertEquals(one.what(), State.RUNNING, late.window().state(due));
            assertEquals(one.what(), State.BREACHED, late.window().state(due.plusMillis(1)));
            late.take(Kind.DISPUTE_SETTLED, due.plus(SECOND));
            assertEquals(one.what(), State.BREACHED, late.window().state(due.plus(SECOND)));
        }
    }

    @Test
    public void isNotMovedByADisputeAfterAnAction() {
        Instant asked = instant("2026-11-20T10:00Z");
        Instant due = asked.plus(OwnerActionWindow.LENGTH);
        Threads thread = new Threads(WALL).take(Kind.OWNER_ACTION, asked).take(Kind.DISPUTED, due.minus(SECOND))
                .take(Kind.DISPUTE_SETTLED, due);
        assertEquals(due, thread.window().due());
        assertEquals("the action is still asked for", State.BREACHED, thread.window().state(due.plusMillis(1)));

        Threads again = new Threads(WALL).take(Kind.DISPUTED, asked).take(Kind.DISPUTE_SETTLED, asked).take(Kind.DISPUTED, due);
        assertEquals(due, again.window().due());
        assertEquals(State.BREACHED, again.window().state(due.plusMillis(1)));
    }

    /** No order of un-flagging, flagging again, replying, ending and reopening moves a window, and a breach is never undone. */
    @Test
    public void isMovedByNothing() {
        Random random = new Random(8);
        for (int round = 0; round < 500; round++) {
            Optional<BusinessHours> hours = random.nextBoolean() ? WALL : BUSINESS;
            Instant asked = instant("2026-10-20T00:00Z").plusMillis(random.nextInt(2_000_000_000));
            Instant due = OwnerActionWindow.due(asked, hours);
            Threads thread = new Threads(hours).take(Kind.REPLIED, asked).take(Kind.OWNER_ACTION, asked);
            Instant now = asked;
            boolean breached = false;
            boolean closedAtDue = false;
            for (int step = 0; step < 30; step++) {
                now = now.plusMillis(random.nextInt((int) Duration.between(asked, due).toMillis() / 10));
                // the project may count otherwise meanwhile
                thread.hours = random.nextBoolean() ? WALL : BUSINESS;
                List<Kind> possible = thread.possible();
                thread.take(possible.get(random.nextInt(possible.size())), now);

                OwnerActionWindow window = thread.window();
                assertEquals(asked, window.start());
                assertEquals(due, window.due());
                assertTrue("a breach is not undone", !breached || window.state(now) == State.BREACHED);
                breached = window.state(now) == State.BREACHED;
                closedAtDue = now.isAfter(due) ? closedAtDue : thread.thread().state().isClosed();
                assertEquals(closedAtDue, window.met());
            }
        }
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    /** One thread, written in by the service as somebody who may do everything. */
    private static final class Threads {

        private static final ThreadRights ALL = new ThreadRights(true, true, true, true, true, true, moment -> true);

        private final ReviewService service = new ReviewService(new ThreadsInMemory());
        private Optional<BusinessHours> hours;
        private int step = 1;

        Threads(Optional<BusinessHours> hours) {
            this.hours = hours;
            service.open(new OpenThreadRequest(1, 2, ThreadSection.WHOLE, OptionalLong.empty(), Optional.of(""), "An answer", "Why?",
                    OptionalLong.empty(), Map.of()), "ann", ALL, Instant.EPOCH);
        }

        ReviewThread thread() {
            return service.ofIssue(1).get(0);
        }

        OwnerActionWindow window() {
            return thread().window().orElseThrow();
        }

        List<Kind> possible() {
            return List.copyOf(service.allowed(thread(), "ann", ALL));
        }

        Threads take(Kind kind, Instant now) {
            ReviewService.Action action = new ReviewService.Action(1, 2, 1, step, "Support can answer this now", "ann", ALL, now);
            ReviewService.Outcome outcome = switch (kind) {
                case REPLIED -> service.reply(action);
                case OWNER_ACTION -> service.askForOwnerAction(action, hours);
                case OWNER_ACTION_DROPPED -> service.dropOwnerAction(action);
                case DISPUTED -> service.dispute(action, hours);
                case DISPUTE_SETTLED -> service.settleDispute(action);
                case RESOLVED -> service.resolve(action);
                case DECLINED -> service.decline(action);
                case REOPENED -> service.reopen(action);
                case OPENED -> throw new IllegalArgumentException("it is open");
            };
            assertTrue(outcome.toString(), outcome instanceof ReviewService.Stored);
            step++;
            return this;
        }
    }
}
