package org.decisiongates.jira.notification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.mail.Email;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.scheduler.status.RunOutcome;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.notification.NotificationFinder.FoundInSteps;
import org.decisiongates.jira.notification.NotificationMailer.Telling;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationChoices;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.notification.Notifications;
import org.decisiongates.notification.QuietHours;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepFeed.EndedWindow;
import org.decisiongates.review.ThreadStepFeed.PlacedStep;
import org.decisiongates.review.ThreadStepName;

public class NotificationJobTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private final InMemory stored = new InMemory();
    private final Map<String, Optional<NotificationChoice>> chosen = new HashMap<>();
    private final List<PlacedStep> steps = new ArrayList<>();
    private final List<EndedWindow> windows = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final ThreadStepFeed log = mock(ThreadStepFeed.class);
    private final NotificationFinder finder = mock(NotificationFinder.class);
    private final ApprovalReminderFinder reminders = mock(ApprovalReminderFinder.class);
    private final NotificationMailer mailer = mock(NotificationMailer.class);
    private final ClusterLockService locks = mock(ClusterLockService.class);
    private final SteppedClock clock = new SteppedClock();
    private NotificationJob job;

    @Before
    public void everyStepConcernsAnn() {
        ClusterLock lock = mock(ClusterLock.class);
        when(locks.getLockForName(anyString())).thenReturn(lock);
        when(lock.tryLock()).thenReturn(true);
        when(log.last()).thenAnswer(call -> (long) steps.size());
        when(log.behind(anyLong())).thenAnswer(call -> steps.stream()
                .filter(step -> step.place() > call.<Long>getArgument(0)).limit(ThreadStepFeed.PAGE).toList());
        when(log.ended(any(), any())).thenAnswer(call -> windows.stream()
                .filter(window -> !window.due().isBefore(call.getArgument(0)) && window.due().isBefore(call.getArgument(1)))
                .limit(ThreadStepFeed.MAX_WINDOWS).toList());
        when(finder.ofSteps(any())).thenAnswer(call -> found(call.getArgument(0), "ann"));
        when(finder.ofWindows(any())).thenAnswer(call -> call.<List<EndedWindow>>getArgument(0).stream()
                .map(window -> told("ann", -window.number(), window.due())).toList());
        when(mailer.telling(any(), any()))
                .thenAnswer(call -> new Telling(call.getArgument(1), Optional.of(new Email(call.<NotificationChoice>getArgument(0).person()
                        + " " + call.<List<Notification>>getArgument(1).stream().map(one -> one.step().step()).toList()))));
        doAnswer(call -> sent.add(call.<Email>getArgument(0).getTo())).when(mailer).send(any());
        job = job();
        run(0);
    }

    @Test
    public void tellsNobodyOfWhatIsLongPast() {
        stored.clear();
        step(-600);
        run(1);
        run(10);
        assertEquals(List.of(), sent);
        step(-60);
        run(10);
        assertEquals(List.of("ann [2]"), sent);
    }

    @Test
    public void makesOneEMailOfABurstAndNoneTwice() {
        step(0);
        step(60);
        run(2);
        assertEquals("it may go on", List.of(), sent);
        step(120);
        run(2);
        assertEquals(List.of(), sent);
        run(1);
        assertEquals(List.of("ann [1, 2, 3]"), sent);
        run(10);
        assertEquals(1, sent.size());
    }

    @Test
    public void leavesWhatIsBeingStoredToTheNextRun() {
        step(0);
        step(200);
        // a step that was stored late may still come in front of it
        run(3);
        assertEquals(List.of("ann [1]"), sent);
        run(4);
        assertEquals(List.of("ann [1]", "ann [2]"), sent);
    }

    @Test
    public void findsWhatAnotherNodeFoundNoSecondTime() {
        step(0);
        stored.isFast = true;
        run(10);
        assertEquals("nothing was stored by this node, which sends nothing", List.of(), sent);
        stored.isFast = false;
        run(1);
        assertEquals(List.of("ann [1]"), sent);
    }

    @Test
    public void sendsNothingThatAnotherNodeHasTaken() {
        step(0);
        stored.isTaken = true;
        run(10);
        assertEquals(List.of(), sent);
    }

    @Test
    public void keepsWhatCannotBeMadeAndGoesOnWithOthers() {
        doAnswer(call -> found(call.getArgument(0), "bad", "ann")).when(finder).ofSteps(any());
        doThrow(new IllegalStateException("no template")).when(mailer)
                .telling(argThat(choice -> choice != null && choice.person().equals("bad")), any());
        step(0);
        assertEquals(RunOutcome.SUCCESS, run(10));
        assertEquals(List.of("ann [1]"), sent);
        assertEquals(List.of("bad"), stored.all.stream().map(Notification::person).toList());
    }

    @Test
    public void leavesWhatAnEMailHasNotSettledToTheNextOne() {
        step(0);
        step(60);
        doAnswer(call -> new Telling(call.<List<Notification>>getArgument(1).subList(0, 1), Optional.of(new Email("ann")))).when(mailer)
                .telling(any(), any());
        run(10);
        assertEquals(List.of("ann"), sent);
        assertEquals(List.of(2), stored.all.stream().map(one -> one.step().step()).toList());
    }

    @Test
    public void removesWhatNobodyIsToBeTold() {
        chosen.put("ann", Optional.of(new NotificationChoice("ann", Delivery.OFF, 9, new QuietHours(0, 0, false), true)));
        step(0);
        run(10);
        assertEquals(List.of(), stored.all);
        chosen.clear();
        doAnswer(call -> new Telling(call.getArgument(1), Optional.empty())).when(mailer).telling(any(), any());
        step(600);
        run(10);
        assertEquals("a person who may see nothing of it", List.of(), stored.all);
        assertEquals(List.of(), sent);
    }

    @Test
    public void tellsOfFeedbackWhereNobodyCanBeRemindedOfApprovals() {
        doThrow(new IllegalStateException("no policies")).when(reminders).remind();
        step(0);
        assertEquals(RunOutcome.SUCCESS, run(10));
        assertEquals(List.of("ann [1]"), sent);
    }

    @Test
    public void keepsItUntilQuietHoursAreOver() {
        chosen.put("ann", Optional.of(new NotificationChoice("ann", Delivery.AT_ONCE, 9, new QuietHours(12, 13, false), true)));
        step(0);
        run(59);
        assertEquals(List.of(), sent);
        run(1);
        assertEquals(List.of("ann [1]"), sent);
    }

    @Test
    public void letsNobodyWaitForPeopleWhoAreNotDue() {
        chosen.put("quinn", Optional.of(new NotificationChoice("quinn", Delivery.AT_ONCE, 9, new QuietHours(12, 23, false), true)));
        List<Notification> quiet = new ArrayList<>(
                Collections.nCopies(NotificationJob.MAX_PAGES * Notifications.PAGE, told("quinn", 1, NOON)));
        quiet.add(told("ann", 1, NOON));
        stored.store(stored.reached.next(0, NOON), quiet, NOON);
        run(10);
        run(3);
        assertEquals(List.of("ann [1]"), sent);
        step(600);
        run(3);
        run(3);
        assertEquals("it begins again with the first", List.of("ann [1]", "ann [1]"), sent);
    }

    @Test
    public void sendsAndTakesNothingOnlyOfWhoseChoiceCannotBeRead() {
        chosen.put("bad", Optional.empty());
        doAnswer(call -> found(call.getArgument(0), "bad", "ann")).when(finder).ofSteps(any());
        step(0);
        run(10);
        assertEquals(List.of("ann [1]"), sent);
        assertEquals(List.of("bad"), stored.all.stream().map(Notification::person).toList());
    }

    @Test
    public void goesOnBehindTheStepWithWhichEnoughWasFound() {
        doAnswer(call -> found(call.<List<PlacedStep>>getArgument(0).stream().limit(1).toList(), "ann")).when(finder).ofSteps(any());
        step(0);
        step(1);
        step(2);
        run(10);
        assertEquals(List.of("ann [1, 2, 3]"), sent);
    }

    @Test
    public void asksForABreachWhenTheStepsOfItsTimeAreStored() {
        windows.add(new EndedWindow(1, 1, NOON.minusSeconds(30)));
        step(-120);
        run(0);
        windows.add(new EndedWindow(1, 2, NOON.plusSeconds(5)));
        run(1);
        assertEquals("nobody is told of what ended before the first run", List.of(1), stored.steps());
        run(1);
        assertEquals(List.of(1, -2), stored.steps());
    }

    @Test
    public void tellsOfEveryWindowOnceHoweverManyEndTogether() {
        for (int i = 1; i <= ThreadStepFeed.MAX_WINDOWS + 5; i++) {
            windows.add(new EndedWindow(i, i, NOON.plusSeconds(i <= ThreadStepFeed.MAX_WINDOWS ? 5 : 6)));
        }
        run(1);
        run(10);
        assertEquals(ThreadStepFeed.MAX_WINDOWS + 5, stored.told.size());
        assertTrue(sent.get(0), sent.get(0).startsWith("ann [-1, -2"));
    }

    private void step(int seconds) {
        long place = steps.size() + 1;
        steps.add(new PlacedStep(place, new ThreadStep(1, 2, 1, (int) place + 1, ThreadStep.Kind.REPLIED, Optional.empty(), "x", "rita",
                NOON.plusSeconds(seconds), Optional.empty())));
    }

    private RunOutcome run(int minutes) {
        clock.now = clock.now.plus(Duration.ofMinutes(minutes));
        return job.runJob(null).getRunOutcome();
    }

    private NotificationJob job() {
        TimeZoneManager zones = mock(TimeZoneManager.class);
        when(zones.getUserTimeZone(any())).thenReturn(TimeZone.getTimeZone("UTC"));
        NotificationChoices choices = new NotificationChoices() {
            @Override
            public Map<String, Optional<NotificationChoice>> of(Collection<String> userKeys) {
                return chosen;
            }

            @Override
            public void put(NotificationChoice choice) {
                throw new AssertionError("the job does not ask for this");
            }
        };
        return new NotificationJob(stored, choices, log, finder, reminders, mailer, zones, locks, clock);
    }

    private static FoundInSteps found(List<PlacedStep> some, String... people) {
        return new FoundInSteps(some.stream()
                .flatMap(logged -> Stream.of(people).map(person -> told(person, (int) logged.place(), logged.step().at()))).toList(),
                some.size());
    }

    private static Notification told(String person, int step, Instant at) {
        return new Notification(0, person, new ThreadStepName(1, 1, step), NotificationReason.TOOK_PART, at);
    }

    private static final class SteppedClock extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for a day of it");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class InMemory implements Notifications {

        private final List<Notification> all = new ArrayList<>();
        private final List<Notification> told = new ArrayList<>();
        private Progress reached;
        private boolean isFast;
        private boolean isTaken;

        void clear() {
            reached = null;
        }

        List<Integer> steps() {
            return told.stream().map(one -> one.step().step()).toList();
        }

        @Override
        public Optional<Progress> progress() {
            return Optional.ofNullable(reached);
        }

        @Override
        public boolean store(Progress next, List<Notification> found, Instant at) {
            if (isFast) {
                return false;
            }
            assertEquals(reached == null ? 1 : reached.number() + 1, next.number());
            reached = next;
            found.forEach(one -> {
                told.add(one);
                all.add(new Notification(told.size(), one.person(), one.step(), one.reason(), one.at()));
            });
            return true;
        }

        @Override
        public List<Notification> behind(long id) {
            return all.stream().filter(one -> one.id() > id).limit(PAGE).toList();
        }

        @Override
        public boolean take(List<Long> ids) {
            return !isTaken && all.removeIf(one -> ids.contains(one.id()));
        }

        @Override
        public void forget(Instant before) {
            all.removeIf(one -> one.at().isBefore(before));
        }
    }
}
