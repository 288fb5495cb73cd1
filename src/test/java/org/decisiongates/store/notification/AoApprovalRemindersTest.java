package org.decisiongates.store.notification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalReminders;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

@RunWith(Parameterized.class)
public class AoApprovalRemindersTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final long ISSUE = 10200;
    public static final List<ApprovalReminder> EVERY_COLUMN = List.of(new ApprovalReminder(ISSUE, "ann", Optional.of("otto"), NINE),
            new ApprovalReminder(ISSUE, "ben", Optional.of("otto"), NINE), new ApprovalReminder(ISSUE, "cleo", Optional.empty(), NINE));

    private final AoFixture database;
    private final AoApprovalReminders reminders;
    private final AoNotifications notifications;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoApprovalRemindersTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        reminders = new AoApprovalReminders(database.ao());
        notifications = new AoNotifications(database.ao());
    }

    @Test
    public void putsEachPersonOnTheNextEMailOnceADay() {
        assertTrue(reminders.store(EVERY_COLUMN, TODAY));
        assertFalse("one of them was reminded already", reminders.store(
                List.of(reminder("dora", NINE), reminder("ann", NINE.plusSeconds(60))), TODAY));
        assertEquals(List.of("ann", "ben", "cleo"), waiting());
        assertTrue("of another issue", reminders.store(List.of(new ApprovalReminder(7, "ann", Optional.empty(), NINE)), TODAY));
        Notification first = notifications.behind(0).get(0);
        assertEquals(new Notification(first.id(), "ann", new ThreadStepName(ISSUE, 0, 1), NotificationReason.APPROVAL_MISSING, NINE),
                first);
        assertTrue(first.isOfApprovals() && !first.isBreach());
        assertFalse("nor to an older version, to which the reason says nothing",
                new Notification(1, "ann", first.step(), NotificationReason.WATCHES, NINE).isBreach());
    }

    @Test
    public void goesOnToKnowThatSomebodyWasRemindedOnceTheEMailIsMade() {
        reminders.store(EVERY_COLUMN, TODAY);
        notifications.take(notifications.behind(0).stream().map(Notification::id).toList());
        assertFalse(reminders.store(List.of(reminder("ann", NINE.plusSeconds(60))), TODAY));
        assertEquals(List.of(), waiting());
    }

    @Test
    public void knowsTheLastTimeOfEachPerson() {
        reminders.store(EVERY_COLUMN, TODAY);
        ApprovalReminder again = new ApprovalReminder(ISSUE, "ann", Optional.empty(), NINE.plusSeconds(86_400));
        assertTrue(reminders.store(List.of(again), TODAY.plusDays(1)));
        Map<Long, List<ApprovalReminder>> latest = reminders.latest(List.of(ISSUE, 7L));
        assertEquals(1, latest.size());
        assertEquals("the newest first", again, latest.get(ISSUE).get(0));
        assertEquals(List.of("ann", "ben", "cleo"), latest.get(ISSUE).stream().map(ApprovalReminder::person).sorted().toList());
        assertEquals(Map.of(), reminders.latest(List.of()));
        reminders.forget(NINE.plusMillis(1));
        assertEquals(List.of(again), reminders.latest(List.of(ISSUE)).get(ISSUE));
    }

    @Test
    public void storesNeitherWhereOneFails() {
        database.failOn(sql -> sql.startsWith("INSERT") && sql.contains("NOTIFICATION"));
        assertThrows(RuntimeException.class, () -> reminders.store(EVERY_COLUMN, TODAY));
        database.failOn(sql -> false);
        assertEquals(Map.of(), reminders.latest(List.of(ISSUE)));
        assertTrue("tried again", reminders.store(EVERY_COLUMN, TODAY));
    }

    @Test
    public void remindsOnceOfManyThatAskAtOnce() throws Exception {
        reminders.store(List.of(reminder("ann", NINE.minusSeconds(86_400))), TODAY.minusDays(1));
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> remind = () -> {
                try {
                    return reminders.store(EVERY_COLUMN, TODAY);
                } catch (RuntimeException e) {
                    // a database that gives up on one of several that wait: nothing of it is stored
                    return false;
                }
            };
            for (Future<Boolean> one : many.invokeAll(List.of(remind, remind, remind, remind))) {
                one.get();
            }
        } finally {
            many.shutdownNow();
        }
        assertEquals(List.of("ann", "ann", "ben", "cleo"), waiting());
        assertEquals(3, reminders.latest(List.of(ISSUE)).get(ISSUE).size());
    }

    @Test
    public void takesAsManyPeopleAsAnIssueMayHave() {
        assertTrue(reminders.store(IntStream.range(0, ApprovalReminders.MAX).mapToObj(i -> reminder("x".repeat(250) + i, NINE)).toList(),
                TODAY));
        assertEquals(ApprovalReminders.MAX, waiting().size());
    }

    private List<String> waiting() {
        return notifications.behind(0).stream().filter(one -> one.step().issueId() == ISSUE).map(Notification::person).sorted().toList();
    }

    private static ApprovalReminder reminder(String person, Instant at) {
        return new ApprovalReminder(ISSUE, person, Optional.of("otto"), at);
    }
}
