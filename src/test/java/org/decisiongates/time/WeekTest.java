package org.decisiongates.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.Test;

public class WeekTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    public void countsWeeksAsTheStandardDoes() {
        assertEquals("2026-W47", Week.of(LocalDate.parse("2026-11-22")).text());
        assertEquals("2026-W48", Week.of(LocalDate.parse("2026-11-23")).text());
        assertEquals("2026-W53", Week.of(LocalDate.parse("2027-01-03")).text());
        assertEquals("2025-W01", Week.of(LocalDate.parse("2024-12-30")).text());
    }

    @Test
    public void readsWhatItWrites() {
        for (LocalDate day = LocalDate.of(2019, 12, 1); day.isBefore(LocalDate.of(2033, 2, 1)); day = day.plusDays(3)) {
            Week week = Week.of(day);
            assertEquals(week, Week.parse(week.text()));
            assertTrue(!day.isBefore(week.monday()) && day.isBefore(week.next().monday()));
            assertEquals(week, week.next().previous());
            assertTrue(week.compareTo(week.next()) < 0 && week.next().compareTo(week) > 0 && week.compareTo(Week.of(week.monday())) == 0);
        }
    }

    @Test
    public void refusesWhatIsNoWeek() {
        for (String text : List.of("", "2026-W00", "2026-W54", "2027-W53", "2026-47", "2026W47", "2026-W7", "0000-W01", "9999-W53",
                "２０２６-W47", " 2026-W47", "2026-W47\n")) {
            assertThrows(text, IllegalArgumentException.class, () -> Week.parse(text));
        }
        assertThrows(IllegalArgumentException.class, () -> Week.parse("0001-W01").previous());
        assertThrows(IllegalArgumentException.class, () -> Week.parse("9999-W52").next());
    }

    @Test
    public void readsTheWeekThatAMomentLiesIn() {
        assertEquals("2026-W48", Week.parse("2026-11-22T23:30:00Z", BERLIN).text());
        assertEquals("2026-W47", Week.parse("2026-11-22T22:59:59Z", BERLIN).text());
        assertEquals("2026-W07", Week.parse("2026-W07", BERLIN).text());
        for (String text : List.of("", "Z", "2026-11-22Z", "2026-11-22T24:30:00Z", "+12026-11-22T09:00:00Z", "2026-W54")) {
            assertThrows(text, IllegalArgumentException.class, () -> Week.parse(text, BERLIN));
        }
    }

    @Test
    public void knowsTheEndsOfWhatCanBeWritten() {
        assertTrue(!Week.parse("0001-W01").hasPrevious() && Week.parse("0001-W02").hasPrevious() && Week.parse("0002-W01").hasPrevious());
        assertEquals(53, Week.weeksIn("2026-W60").orElse(0));
        assertEquals(52, Week.weeksIn("2027-W53").orElse(0));
        assertEquals(52, Week.weeksIn("9999-W99").orElse(0));
        assertTrue(Week.weeksIn("0000-W01").isEmpty() && Week.weeksIn("now").isEmpty());
    }

    @Test
    public void beginsAndEndsAtMidnightOfTheProject() {
        Week week = Week.parse("2026-W47");
        assertEquals(Instant.parse("2026-11-15T23:00:00Z"), week.start(BERLIN));
        assertEquals(Instant.parse("2026-11-22T23:00:00Z"), week.end(BERLIN));
        assertEquals(week, Week.of(week.start(BERLIN), BERLIN));
        assertEquals(week.previous(), Week.of(week.start(BERLIN).minusSeconds(1), BERLIN));
        assertEquals(week, Week.of(week.end(BERLIN).minusSeconds(1), BERLIN));
        assertEquals(week.next(), Week.of(week.end(BERLIN), BERLIN));
    }

    @Test
    public void isAnHourLongerOrShorterWhenClocksChange() {
        assertEquals(Duration.ofHours(7 * 24 - 1), length("2026-W13"));
        assertEquals(Duration.ofHours(7 * 24 + 1), length("2026-W43"));
    }

    @Test
    public void beginsWithTheFirstInstantOfAMondayThatHasNoMidnight() {
        ZoneId santiago = ZoneId.of("America/Santiago");
        for (Week week = Week.parse("2020-W01"); week.year() < 2026; week = week.next()) {
            assertEquals(week, Week.of(week.start(santiago), santiago));
            assertEquals(week.previous().end(santiago), week.start(santiago));
        }
    }

    @Test
    public void aPeriodEndsWithWhatIsKnown() {
        Week week = Week.parse("2026-W47");
        Period live = Period.of(week, BERLIN, Instant.parse("2026-11-18T10:00:00Z"));
        assertTrue(live.has(Instant.parse("2026-11-18T10:00:00Z")));
        assertTrue(!live.has(Instant.parse("2026-11-18T10:00:00.001Z")));
        assertEquals(week.end(BERLIN), Period.of(week, BERLIN, Instant.parse("2026-12-18T10:00:00Z")).until());
        Period early = Period.of(week, BERLIN, Instant.parse("2026-11-01T10:00:00Z"));
        assertEquals(early.from(), early.until());
    }

    @Test
    public void reviewsCloseOnMondays() {
        Week week = Week.parse("2026-W47");
        assertEquals(List.of(week.start(BERLIN), week.end(BERLIN)), Period.of(week, BERLIN, week.end(BERLIN)).reviews());
        assertEquals(List.of(week.previous().start(BERLIN), week.start(BERLIN)),
                Period.of(week, BERLIN, week.end(BERLIN).minusMillis(2)).reviews());
        assertEquals(List.of(Week.parse("2026-W13").start(BERLIN), Week.parse("2026-W13").end(BERLIN)),
                Period.of(Week.parse("2026-W13"), BERLIN, Instant.parse("2026-06-01T00:00:00Z")).reviews());
    }

    private static Duration length(String week) {
        return Duration.between(Week.parse(week).start(BERLIN), Week.parse(week).end(BERLIN));
    }
}
