package org.decisiongates.digest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.digest.DigestTime.DueDigest;
import org.decisiongates.time.Week;

public class DigestTimeTest {

    private static final DigestTime MONDAY = new DigestTime(DayOfWeek.MONDAY, 8);
    private static final DigestTime FRIDAY = new DigestTime(DayOfWeek.FRIDAY, 16);

    @Test
    public void isDueFromItsHourOnForThreeDays() {
        due("the minute before", MONDAY, "2026-11-23T07:59", "");
        due("at the hour", MONDAY, "2026-11-23T08:00", "2026-W48 of 2026-W47");
        due("days later", MONDAY, "2026-11-26T08:00", "2026-W48 of 2026-W47");
        due("too late", MONDAY, "2026-11-26T08:01", "");
        due("the next", MONDAY, "2026-11-30T09:00", "2026-W49 of 2026-W48");
    }

    @Test
    public void tellsTheWeekBeforeUntilWednesdayAndThenTheWeekItself() {
        for (DayOfWeek day : DayOfWeek.values()) {
            String at = "2026-11-" + (22 + day.getValue()) + "T08:00";
            due(day.name(), new DigestTime(day, 8), at, "2026-W48 of " + (day.getValue() <= 3 ? "2026-W47" : "2026-W48"));
        }
    }

    @Test
    public void waitsForTheEndOfAWeekendWhenItIsLate() {
        due("in time", FRIDAY, "2026-11-27T16:00", "2026-W48 of 2026-W48");
        due("Friday night", FRIDAY, "2026-11-27T23:59", "2026-W48 of 2026-W48");
        due("Saturday", FRIDAY, "2026-11-28T00:00", "");
        due("Sunday", FRIDAY, "2026-11-29T23:59", "");
        due("Monday", FRIDAY, "2026-11-30T00:00", "2026-W48 of 2026-W48");
        due("meant for the weekend", new DigestTime(DayOfWeek.SUNDAY, 8), "2026-11-29T08:00", "2026-W48 of 2026-W48");
    }

    @Test
    public void isQuietOnTheDaysThatAreChosen() {
        DigestTime busy = new DigestTime(DayOfWeek.THURSDAY, 8, Set.of(DayOfWeek.FRIDAY));
        due("in time", busy, "2026-11-26T08:00", "2026-W48 of 2026-W48");
        due("a quiet Friday", busy, "2026-11-27T08:00", "");
        due("no quiet weekend", busy, "2026-11-28T08:00", "2026-W48 of 2026-W48");
        due("too late behind it", busy, "2026-11-29T08:01", "");
        assertThrows(IllegalArgumentException.class, () -> new DigestTime(DayOfWeek.FRIDAY, 8, Set.of(DayOfWeek.FRIDAY)));
    }

    @Test
    public void knowsWhatTheLastDigestCouldNotTell() {
        untold("every Monday", MONDAY, "2026-W47", "2026-11-16T08:15:00Z", "2026-11-23T08:00", "");
        untold("Monday's was late", MONDAY, "2026-W47", "2026-11-18T08:15:00Z", "2026-11-23T08:00", "");
        untold("the rest of a week that was not over", FRIDAY, "2026-W47", "2026-11-20T16:15:00Z", "2026-11-27T16:00",
                "2026-W47 from 2026-11-20");
        untold("Friday's came on Monday", FRIDAY, "2026-W47", "2026-11-23T00:15:00Z", "2026-11-27T16:00", "");
        untold("two were not sent", MONDAY, "2026-W45", "2026-11-02T08:15:00Z", "2026-11-23T08:00",
                "2026-W45 from 2026-11-02, 2026-W46 from 2026-11-09");
        untold("from Monday to Friday", FRIDAY, "2026-W47", "2026-11-16T08:15:00Z", "2026-11-27T16:00", "2026-W47 from 2026-11-16");
        untold("from Friday to Monday", MONDAY, "2026-W47", "2026-11-20T16:15:00Z", "2026-11-23T08:00", "");
        untold("over New Year", FRIDAY, "2026-W53", "2027-01-01T16:15:00Z", "2027-01-08T16:00", "2026-W53 from 2027-01-01");
    }

    @Test
    public void knowsTheYearsOfWeeks() {
        due("the first Monday", MONDAY, "2027-01-04T08:00", "2027-W01 of 2026-W53");
        due("New Year's Day", FRIDAY, "2027-01-01T16:00", "2026-W53 of 2026-W53");
    }

    @Test
    public void goesByTheClocksOfItsZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        DigestTime leftOut = new DigestTime(DayOfWeek.SUNDAY, 2);
        due("2 o'clock is left out", leftOut, at("2026-03-29T01:59", berlin), "");
        due("clocks go on at 3", leftOut, at("2026-03-29T03:00", berlin), "2026-W13 of 2026-W13");
        ZonedDateTime first = at("2026-10-25T02:30", berlin).withEarlierOffsetAtOverlap();
        due("the first of two", leftOut, first, "2026-W43 of 2026-W43");
        due("the second is the same", leftOut, first.withLaterOffsetAtOverlap(), "2026-W43 of 2026-W43");
        ZonedDateTime moment = at("2026-11-22T20:00", ZoneId.of("UTC"));
        due("still Sunday", MONDAY, moment, "");
        due("Monday in Auckland", MONDAY, moment.withZoneSameInstant(ZoneId.of("Pacific/Auckland")), "2026-W48 of 2026-W47");
    }

    @Test
    public void takesHoursOfADayOnly() {
        for (int hour : List.of(-1, 24)) {
            assertThrows(IllegalArgumentException.class, () -> new DigestTime(DayOfWeek.MONDAY, hour));
        }
    }

    private static void untold(String when, DigestTime time, String lastName, String lastAt, String now, String expected) {
        DueDigest due = time.due(at(now, ZoneId.of("UTC"))).orElseThrow();
        assertEquals(when, expected, time.untold(due, new DigestSendClaim(1, lastName, Instant.parse(lastAt)), ZoneId.of("UTC")).stream()
                .map(week -> week.week() + " from " + week.from()).collect(Collectors.joining(", ")));
    }

    private static void due(String when, DigestTime time, String now, String expected) {
        due(when, time, at(now, ZoneId.of("UTC")), expected);
    }

    private static void due(String when, DigestTime time, ZonedDateTime now, String expected) {
        Optional<DueDigest> wanted = expected.isEmpty() ? Optional.empty()
                : Optional.of(new DueDigest(expected.split(" of ")[0], Week.parse(expected.split(" of ")[1])));
        assertEquals(when, wanted, time.due(now));
    }

    private static ZonedDateTime at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone);
    }
}
