package org.decisiongates.notification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

import org.junit.Test;

public class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NIGHT = new QuietHours(20, 7, false);

    @Test
    public void lastOverMidnight() {
        Map.of("2026-11-18T19:59:59", false, "2026-11-18T20:00", true, "2026-11-18T23:59", true, "2026-11-19T00:00", true,
                "2026-11-19T06:59:59", true, "2026-11-19T07:00", false, "2026-11-19T12:00", false)
                .forEach((moment, quiet) -> assertEquals(moment, quiet, NIGHT.isQuiet(at(moment))));
    }

    @Test
    public void lieWithinADay() {
        QuietHours noon = new QuietHours(12, 14, false);
        Map.of("2026-11-18T11:59", false, "2026-11-18T12:00", true, "2026-11-18T13:59", true, "2026-11-18T14:00", false)
                .forEach((moment, quiet) -> assertEquals(moment, quiet, noon.isQuiet(at(moment))));
    }

    @Test
    public void areNoneWhereTheyEndWhenTheyBegin() {
        for (int hour = 0; hour < 24; hour++) {
            assertEquals(false, new QuietHours(9, 9, false).covers(hour));
        }
    }

    @Test
    public void lastUntilTheMorningBehindAWeekend() {
        QuietHours weekends = new QuietHours(20, 7, true);
        Map.of("2026-11-20T19:59", false, "2026-11-20T20:00", true, "2026-11-21T12:00", true, "2026-11-22T19:00", true,
                "2026-11-23T06:59", true, "2026-11-23T07:00", false)
                .forEach((moment, quiet) -> assertEquals(moment, quiet, weekends.isQuiet(at(moment))));
        assertEquals("a Saturday like any day", false, NIGHT.isQuiet(at("2026-11-21T12:00")));
    }

    /** Clocks go from two to three on 29 March, and from three to two on 25 October. */
    @Test
    public void goByTheClockOnTheWallWhenClocksChange() {
        QuietHours early = new QuietHours(1, 2, false);
        ZonedDateTime spring = at("2026-03-29T01:59");
        assertEquals(true, early.isQuiet(spring));
        assertEquals("three o'clock", false, early.isQuiet(spring.plusMinutes(1)));
        QuietHours skipped = new QuietHours(2, 3, false);
        assertEquals(false, skipped.isQuiet(spring) || skipped.isQuiet(spring.plusMinutes(1)));
        ZonedDateTime autumn = at("2026-10-25T02:30");
        assertEquals(true, skipped.isQuiet(autumn));
        assertEquals("the same hour again", true, skipped.isQuiet(autumn.plusHours(1)));
        assertEquals(false, skipped.isQuiet(autumn.plusMinutes(90)));
    }

    @Test
    public void areHoursOfADay() {
        assertThrows(IllegalArgumentException.class, () -> new QuietHours(24, 7, false));
        assertThrows(IllegalArgumentException.class, () -> new QuietHours(20, -1, false));
    }

    private static ZonedDateTime at(String moment) {
        return LocalDateTime.parse(moment).atZone(BERLIN);
    }
}
