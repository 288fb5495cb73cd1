package org.decisiongates.sandbox.jira.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Test;

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

    @Test
    public void movesEverythingAlikeWhenNoWeekIsDrawnTogether() {
        assertEquals(Instant.parse("2026-11-18T09:00:00Z"), SampleTime.days(3).moment(Instant.parse("2026-11-15T09:00:00Z")));
    }
}
