package org.decisiongates.notification;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.junit.Test;

import org.decisiongates.notification.NotificationChoice.Delivery;

public class NotificationChoiceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final NotificationChoice USUAL = NotificationChoice.usual("ann");

    @Test
    public void isDueAtOnceWhenABurstIsOver() {
        ZonedDateTime noon = at("2026-11-18T12:00");
        Object[][] table = {{0, 2, false}, {0, 3, true}, {0, 60, true}, {29, 0, false}, {30, 0, true}, {40, 1, true}};
        for (Object[] row : table) {
            Instant last = noon.toInstant().minus(Duration.ofMinutes((int) row[1]));
            Instant first = (int) row[0] == 0 ? last : noon.toInstant().minus(Duration.ofMinutes((int) row[0]));
            assertEquals("first " + first + " last " + last, row[2], USUAL.isDue(first, last, noon));
        }
    }

    @Test
    public void waitsForTheEndOfQuietHours() {
        Instant evening = at("2026-11-18T21:00").toInstant();
        assertEquals(false, USUAL.isDue(evening, evening, at("2026-11-18T23:00")));
        assertEquals(false, USUAL.isDue(evening, evening, at("2026-11-19T06:59")));
        assertEquals(true, USUAL.isDue(evening, evening, at("2026-11-19T07:00")));
    }

    @Test
    public void isDueOnceADayAtItsHour() {
        NotificationChoice nine = daily(9);
        Instant before = at("2026-11-18T08:59").toInstant();
        Instant after = at("2026-11-18T09:01").toInstant();
        assertEquals(false, nine.isDue(before, before, at("2026-11-18T08:59:30")));
        assertEquals(true, nine.isDue(before, before, at("2026-11-18T09:00")));
        assertEquals("late is better than not", true, nine.isDue(before, before, at("2026-11-18T17:00")));
        assertEquals("tomorrow", false, nine.isDue(after, after, at("2026-11-18T17:00")));
        assertEquals(true, nine.isDue(after, after, at("2026-11-19T09:00")));
    }

    /** 20 November 2026 is a Friday. */
    @Test
    public void isDueOnceADayAtItsHourOfTheNextDayThatIsNotQuiet() {
        NotificationChoice nine = new NotificationChoice("ann", Delivery.DAILY, 9, new QuietHours(0, 0, true), true);
        String[][] table = {{"2026-11-20T08:00", "2026-11-20T09:00", "true"}, {"2026-11-20T15:00", "2026-11-20T23:59", "false"},
                {"2026-11-20T15:00", "2026-11-21T09:00", "false"}, {"2026-11-20T15:00", "2026-11-22T23:59", "false"},
                {"2026-11-20T15:00", "2026-11-23T00:00", "false"}, {"2026-11-20T15:00", "2026-11-23T08:59", "false"},
                {"2026-11-20T15:00", "2026-11-23T09:00", "true"}, {"2026-11-21T08:00", "2026-11-23T00:00", "false"},
                {"2026-11-22T12:00", "2026-11-23T09:00", "true"}, {"2026-11-20T08:00", "2026-11-23T00:00", "true"}};
        for (String[] row : table) {
            Instant first = at(row[0]).toInstant();
            assertEquals(String.join(" ", row), Boolean.parseBoolean(row[2]), nine.isDue(first, first, at(row[1])));
        }
    }

    /** Clocks go from two to three on 29 March: the hour begins at three. On 25 October it comes twice: the first one counts. */
    @Test
    public void isDueOnceADayWhenClocksChange() {
        NotificationChoice two = new NotificationChoice("ann", Delivery.DAILY, 2, new QuietHours(0, 0, false), true);
        Instant winter = at("2026-03-28T12:00").toInstant();
        ZonedDateTime one = at("2026-03-29T01:59");
        assertEquals(false, two.isDue(winter, winter, one));
        assertEquals(true, two.isDue(winter, winter, one.plusMinutes(1)));
        ZonedDateTime first = at("2026-10-25T02:00");
        assertEquals(true, two.isDue(winter, winter, first));
        Instant between = first.plusMinutes(10).toInstant();
        assertEquals("it was sent already", false, two.isDue(between, between, first.plusHours(1)));
        assertEquals(true, two.isDue(between, between, at("2026-10-26T02:00")));
    }

    @Test
    public void isNeverDueForWhoWantsNone() {
        NotificationChoice off = new NotificationChoice("ann", Delivery.OFF, 9, new QuietHours(0, 0, false), true);
        assertEquals(false, off.isDue(Instant.EPOCH, Instant.EPOCH, at("2026-11-18T12:00")));
    }

    private static NotificationChoice daily(int hour) {
        return new NotificationChoice("ann", Delivery.DAILY, hour, new QuietHours(20, 7, false), true);
    }

    private static ZonedDateTime at(String moment) {
        return LocalDateTime.parse(moment).atZone(BERLIN);
    }
}
