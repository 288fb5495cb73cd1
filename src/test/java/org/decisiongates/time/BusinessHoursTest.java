package org.decisiongates.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

import org.junit.Test;

public class BusinessHoursTest {

    private static final BusinessHours NINE_TO_FIVE = hours("09:00", "17:00", "Europe/Berlin");
    /** The clock of this zone changed on Fridays: on 2019-03-29 from midnight to 1 o'clock, on 2019-10-25 from 1 o'clock to midnight. */
    private static final BusinessHours DAY_AND_NIGHT = hours("00:00", "00:00", "Asia/Amman");

    /** A case: the start, how long, and the end, which is counted back too. */
    private record Case(String what, BusinessHours hours, String start, String length, String end) {
    }

    @Test
    public void countsTheHoursOfMondaysToFridaysOnly() {
        for (Case one : List.of(
                new Case("within a day", NINE_TO_FIVE, "2026-11-25T10:00+01:00", "PT2H", "2026-11-25T12:00+01:00"),
                new Case("to the end of the day", NINE_TO_FIVE, "2026-11-25T10:00+01:00", "PT7H", "2026-11-25T17:00+01:00"),
                new Case("a moment into the next day", NINE_TO_FIVE, "2026-11-25T10:00+01:00", "PT7H0.001S",
                        "2026-11-26T09:00:00.001+01:00"),
                new Case("before the day begins", NINE_TO_FIVE, "2026-11-25T03:00+01:00", "PT1H", "2026-11-25T10:00+01:00"),
                new Case("after the day", NINE_TO_FIVE, "2026-11-25T22:00+01:00", "PT1H", "2026-11-26T10:00+01:00"),
                new Case("over a weekend", NINE_TO_FIVE, "2026-11-27T16:00+01:00", "PT2H", "2026-11-30T10:00+01:00"),
                new Case("from a Saturday", NINE_TO_FIVE, "2026-11-28T12:00+01:00", "PT1H", "2026-11-30T10:00+01:00"),
                new Case("six days", NINE_TO_FIVE, "2026-11-20T10:00+01:00", "PT48H", "2026-11-30T10:00+01:00"),
                new Case("over the weekend on which the clock is put back", NINE_TO_FIVE, "2026-10-23T10:00+02:00", "PT48H",
                        "2026-11-02T10:00+01:00"),
                new Case("over the weekend on which it is put forward", NINE_TO_FIVE, "2026-03-27T10:00+01:00", "PT48H",
                        "2026-04-06T10:00+02:00"),
                new Case("a Friday of 23 hours", DAY_AND_NIGHT, "2019-03-28T12:00+02:00", "PT36H", "2019-04-01T01:00+03:00"),
                new Case("a Friday of 25 hours", DAY_AND_NIGHT, "2019-10-24T12:00+03:00", "PT37H", "2019-10-26T00:00+02:00"),
                new Case("hours that begin in the gap", hours("00:30", "08:00", "Asia/Amman"), "2019-03-28T20:00+02:00", "PT7H",
                        "2019-03-29T08:00+03:00"),
                new Case("hours that end when they come twice", hours("22:10", "23:30", "Africa/Cairo"), "2014-09-25T20:00+03:00", "PT140M",
                        "2014-09-25T23:30+02:00"))) {
            Instant start = instant(one.start());
            Duration length = Duration.parse(one.length());
            Instant end = one.hours().plus(start, length);
            assertEquals(one.what(), instant(one.end()), end);
            assertEquals(one.what(), length, one.hours().between(start, end));
        }
    }

    @Test
    public void countsNothingBackwards() {
        Instant later = instant("2026-11-25T12:00+01:00");
        assertEquals(Duration.ZERO, NINE_TO_FIVE.between(later, later.minusSeconds(3_600)));
        assertEquals(Duration.ZERO, NINE_TO_FIVE.between(later, later));
        assertThrows(IllegalArgumentException.class, () -> NINE_TO_FIVE.plus(later, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> NINE_TO_FIVE.plus(later, Duration.ofHours(-1)));
    }

    @Test
    public void areHoursOfOneDay() {
        assertThrows(IllegalArgumentException.class, () -> hours("17:00", "09:00", "UTC"));
        for (String tooEarly : List.of("09:00", "09:00:00.01", "09:00:01", "09:59", "10:00:30")) {
            assertThrows(tooEarly, IllegalArgumentException.class, () -> hours("09:00", tooEarly, "UTC"));
        }
        assertThrows("half an hour before midnight", IllegalArgumentException.class, () -> hours("23:30", "00:00", "UTC"));
        assertThrows("seconds", IllegalArgumentException.class, () -> hours("09:00:30", "17:00", "UTC"));
        assertEquals(LocalTime.of(10, 0), hours("09:00", "10:00", "UTC").to());
        assertEquals(Instant.parse("2026-11-26T00:00:00Z"),
                hours("16:00", "00:00", "UTC").plus(Instant.parse("2026-11-25T12:00:00Z"), Duration.ofHours(8)));
    }

    /** What is added is what is counted, and more of it never ends earlier, whatever the zone and the moment. */
    @Test
    public void addsWhatItCounts() {
        Random random = new Random(48);
        List<String> zones = List.of("Europe/Berlin", "Asia/Amman", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu");
        for (int round = 0; round < 2_000; round++) {
            int begin = random.nextInt(22 * 60);
            LocalTime from = LocalTime.MIDNIGHT.plusMinutes(begin);
            LocalTime to = random.nextInt(4) == 0 ? LocalTime.MIDNIGHT
                    : from.plusMinutes(60 + random.nextInt(24 * 60 - 60 - begin));
            BusinessHours hours = new BusinessHours(from, to, ZoneId.of(zones.get(random.nextInt(zones.size()))));
            Instant start = Instant.parse("2019-01-01T00:00:00Z").plusMillis((long) (random.nextDouble() * 31_536_000_000L));
            Duration length = Duration.ofMillis(1 + random.nextInt(36_000_000));

            Instant end = hours.plus(start, length);

            String what = hours + " " + start + " " + length;
            assertEquals(what, length, hours.between(start, end));
            assertEquals("the first such moment: " + what, length.minusMillis(1), hours.between(start, end.minusMillis(1)));
            assertTrue(what, hours.plus(start, length.plusMillis(1)).isAfter(end));
        }
    }

    private static BusinessHours hours(String from, String to, String zone) {
        return new BusinessHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
