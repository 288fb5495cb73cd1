package org.decisiongates.sandbox.jira.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.Test;

import org.decisiongates.sandbox.host.SandboxTime;

public class SampleTimeTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    public void keepsEveryWeekWholeAndPutsNothingIntoTheFuture() {
        for (String now : List.of("2027-03-01T00:05:00Z", "2027-03-03T12:00:00Z", "2027-03-05T18:00:00Z", "2027-03-07T23:59:00Z")) {
            SampleTime time = SampleTime.endingNow(FRIDAY, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
            Instant monday = Instant.parse("2027-03-01T00:00:00Z");
            assertEquals(Instant.parse("2027-02-28T23:00:00Z"), time.moment(Instant.parse("2026-11-15T23:00:00Z")));
            assertEquals(monday, time.moment(Instant.parse("2026-11-16T00:00:00Z")));
            Instant last = time.moment(Instant.parse("2026-11-20T18:00:00Z"));
            assertFalse(now, last.isAfter(Instant.parse(now)) || last.isBefore(monday));
            assertFalse(time.moment(Instant.parse("2026-11-17T09:00:00Z")).isAfter(last));
            assertEquals(LocalDate.of(2027, 3, 5), time.day(FRIDAY));
        }
    }

    /**
     * Weekdays, ends of months and years, weeks 52, 53 and 1, both changes of the clocks on both sides of the ocean, a 29th of February.
     */
    private static final List<String> MOMENTS = List.of(
            "2026-11-16T00:00[UTC]",
            "2026-11-16T00:01[Asia/Kathmandu]",
            "2026-11-17T09:30[Europe/Berlin]",
            "2026-11-18T12:00[UTC]",
            "2026-11-19T12:00[America/New_York]",
            "2026-11-20T18:00[UTC]",
            "2026-11-21T10:00[UTC]",
            "2026-11-22T23:59[Pacific/Kiritimati]",
            "2026-12-27T23:59[Europe/Berlin]",
            "2026-12-31T23:50[Europe/Berlin]",
            "2027-01-01T00:10[UTC]",
            "2027-01-04T00:01[America/Los_Angeles]",
            "2027-03-28T03:10[Europe/Berlin]",
            "2026-10-25T02:30[Europe/Berlin]",
            "2027-03-14T03:05[America/New_York]",
            "2026-11-01T01:30[America/New_York]",
            "2028-02-29T12:00[UTC]",
            "2028-03-01T00:00[Pacific/Pago_Pago]",
            "2027-02-28T23:59[UTC]",
            "2026-11-30T23:59[UTC]",
            "2026-09-06T01:10[America/Santiago]");

    @Test
    public void tellsTheSameStoryAtAnyMomentAnywhere() {
        for (String text : MOMENTS) {
            ZonedDateTime now = SandboxTime.parse(text, ZoneOffset.UTC);
            SampleTime time = SampleTime.endingNow(FRIDAY, Clock.fixed(now.toInstant(), now.getZone()));
            LocalDate monday = now.toLocalDate().with(DayOfWeek.MONDAY);
            Instant before = Instant.MIN;
            for (LocalDateTime original = LocalDateTime.parse("2026-09-07T09:00"); original
                    .isBefore(LocalDateTime.parse("2026-11-21T00:00")); original = original.plusHours(6)) {
                Instant moved = time.moment(original.toInstant(ZoneOffset.UTC));
                assertFalse(text + ": " + original + " is in the future", moved.isAfter(now.toInstant()));
                assertFalse(text + ": " + original + " comes before what it follows", moved.isBefore(before));
                LocalDateTime there = LocalDateTime.ofInstant(moved, now.getZone());
                long weeks = ChronoUnit.WEEKS.between(LocalDate.of(2026, 11, 16), original.toLocalDate().with(DayOfWeek.MONDAY));
                assertEquals(text + ": the week of " + original, monday.plusWeeks(weeks), there.toLocalDate().with(DayOfWeek.MONDAY));
                if (weeks < 0) {
                    assertEquals(text + ": the weekday of " + original, original.getDayOfWeek(), there.getDayOfWeek());
                    assertEquals(text + ": the day of " + original, original.toLocalDate(),
                            there.toLocalDate().minusDays(ChronoUnit.DAYS.between(LocalDate.of(2026, 11, 16), monday)));
                }
                before = moved;
            }
            assertEquals(text, monday.plusDays(4), time.day(FRIDAY));
        }
    }

    @Test
    public void movesEverythingAlikeWhenNoWeekIsDrawnTogether() {
        assertEquals(Instant.parse("2026-11-18T09:00:00Z"), SampleTime.days(3).moment(Instant.parse("2026-11-15T09:00:00Z")));
    }
}
