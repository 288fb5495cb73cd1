package org.decisiongates.store.notification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import net.java.ao.Query;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.notification.Notifications.Progress;
import org.decisiongates.notification.QuietHours;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

@RunWith(Parameterized.class)
public class AoNotificationsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    public static final List<Notification> EVERY_COLUMN = List.of(
            new Notification(0, "ann", new ThreadStepName(10200, 1, 2), NotificationReason.MENTIONED, NINE));

    private final AoFixture database;
    private final AoNotifications notifications;
    private final AoNotificationChoices choices;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoNotificationsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        notifications = new AoNotifications(database.ao());
        choices = new AoNotificationChoices(database.ao());
    }

    @Test
    public void storesWhatWasFoundOnceTogetherWithHowFarItIs() {
        assertEquals(Optional.empty(), notifications.progress());
        Progress first = new Progress(1, 7, NINE);
        assertTrue(notifications.store(first, EVERY_COLUMN, NINE));
        assertFalse("another node was faster", notifications.store(new Progress(1, 9, NINE), EVERY_COLUMN, NINE));
        assertEquals(Optional.of(first), notifications.progress());
        List<Notification> stored = notifications.behind(0);
        assertEquals(List.of(new Notification(stored.get(0).id(), "ann", new ThreadStepName(10200, 1, 2), NotificationReason.MENTIONED,
                NINE)), stored);
        assertTrue(notifications.store(first.next(9, NINE.plusMillis(1)), List.of(), NINE));
        assertEquals(Optional.of(new Progress(2, 9, NINE.plusMillis(1))), notifications.progress());
    }

    @Test
    public void storesNeitherWhereOneFails() {
        database.failOn(sql -> sql.startsWith("INSERT") && sql.contains("NOTIFICATION"));
        assertThrows(RuntimeException.class, () -> notifications.store(new Progress(1, 7, NINE), EVERY_COLUMN, NINE));
        database.failOn(sql -> false);
        assertEquals(Optional.empty(), notifications.progress());
        assertEquals(List.of(), notifications.behind(0));
    }

    @Test
    public void areTakenByOneAndAllOrNone() {
        notifications.store(new Progress(1, 7, NINE), List.of(EVERY_COLUMN.get(0), EVERY_COLUMN.get(0), EVERY_COLUMN.get(0)), NINE);
        List<Long> ids = notifications.behind(0).stream().map(Notification::id).toList();
        assertTrue(notifications.take(ids.subList(0, 1)));
        assertFalse("one of them is gone", notifications.take(ids));
        assertEquals("nothing is lost", ids.subList(1, 3), notifications.behind(0).stream().map(Notification::id).toList());
        assertTrue(notifications.take(ids.subList(1, 3)));
        assertFalse(notifications.take(ids.subList(1, 3)));
        assertEquals(List.of(), notifications.behind(ids.get(0)));
    }

    @Test
    public void areTakenByOneOfManyThatAskAtOnce() throws Exception {
        notifications.store(new Progress(1, 7, NINE), List.of(EVERY_COLUMN.get(0), EVERY_COLUMN.get(0)), NINE);
        List<Long> ids = notifications.behind(0).stream().map(Notification::id).toList();
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> take = () -> {
                try {
                    return notifications.take(ids);
                } catch (RuntimeException e) {
                    // a database that gives up on one of several that wait: the next run tries again
                    return false;
                }
            };
            int taken = 0;
            for (Future<Boolean> one : many.invokeAll(List.of(take, take, take, take))) {
                taken += one.get() ? 1 : 0;
            }
            assertEquals(1, taken);
            assertEquals(List.of(), notifications.behind(0));
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    public void areForgottenWithTheProgressOfTheirTime() {
        notifications.store(new Progress(1, 7, NINE), EVERY_COLUMN, NINE);
        notifications.store(new Progress(2, 8, NINE), List.of(), NINE.plusMillis(1));
        notifications.forget(NINE.plusMillis(1));
        assertEquals(List.of(), notifications.behind(0));
        assertEquals(2, notifications.progress().orElseThrow().number());
    }

    @Test
    public void knowHowFarItIsHoweverLongNothingHappened() {
        Progress last = new Progress(3, 9, NINE);
        for (Progress each : List.of(new Progress(1, 7, NINE), new Progress(2, 8, NINE), last)) {
            notifications.store(each, EVERY_COLUMN, NINE);
        }
        notifications.forget(NINE.plusMillis(1));
        notifications.forget(NINE.plusMillis(1));
        assertEquals(Optional.of(last), notifications.progress());
        assertEquals(1, database.ao().count(NotificationProgressRow.class, Query.select()));
        assertEquals(List.of(), notifications.behind(0));
    }

    @Test
    public void keepOneChoiceOfAPerson() {
        NotificationChoice daily = new NotificationChoice("ann", Delivery.DAILY, 9, new QuietHours(22, 6, true), false);
        choices.put(daily);
        NotificationChoice longest = NotificationChoice.usual("x".repeat(255));
        choices.put(longest);
        assertEquals(Map.of("ann", Optional.of(daily), longest.person(), Optional.of(longest)),
                choices.of(List.of("ann", "bob", longest.person())));
        NotificationChoice off = new NotificationChoice("ann", Delivery.OFF, 0, new QuietHours(0, 0, false), true);
        choices.put(off);
        assertEquals(Map.of("ann", Optional.of(off)), choices.of(List.of("ann")));
        assertEquals(Map.of(), choices.of(List.of()));
    }

    @Test
    public void readTheChoicesOfOthersWhereOneCannotBeRead() {
        NotificationChoice ann = NotificationChoice.usual("ann");
        NotificationChoice bob = NotificationChoice.usual("bob");
        choices.put(ann);
        choices.put(bob);
        for (NotificationChoiceRow row : database.ao().find(NotificationChoiceRow.class, Query.select().where("PERSON_KEY = ?", "bob"))) {
            row.setDelivery("WEEKLY");
            row.save();
        }
        assertEquals(Map.of("ann", Optional.of(ann), "bob", Optional.empty()), choices.of(List.of("ann", "bob")));
        choices.put(bob);
        assertEquals("chosen again", Map.of("bob", Optional.of(bob)), choices.of(List.of("bob")));
    }
}
