package org.decisiongates.sandbox.jira.data;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Moves the moments of an export to another time: by whole weeks, so that every week keeps what belongs to it. What happened in the
 * last week is drawn together into the part of it that has passed, so that nothing happens in the future.
 *
 * @param days   by which days and moments are moved
 * @param from   beginning of the week that is drawn together, as it is in the export; null for none
 * @param factor by which, 0 to 1
 */
record SampleTime(long days, Instant from, double factor) {

    /** How much of its last week the sample fills: Monday to Friday. */
    private static final Duration FILLED = Duration.ofDays(5);

    static SampleTime days(long days) {
        return new SampleTime(days, null, 1);
    }

    /** Makes the week of {@code last}, a day of the export, the week of now. */
    static SampleTime endingNow(LocalDate last, Clock clock) {
        ZoneId zone = clock.getZone();
        LocalDate then = monday(last);
        LocalDate now = monday(LocalDate.now(clock));
        double passed = (double) Duration.between(now.atStartOfDay(zone).toInstant(), clock.instant()).toMillis() / FILLED.toMillis();
        return new SampleTime(ChronoUnit.DAYS.between(then, now), then.atStartOfDay(zone).toInstant(), Math.min(1, passed));
    }

    Instant moment(Instant moment) {
        Instant drawn = from == null || moment.isBefore(from) ? moment
                : from.plusMillis((long) (Duration.between(from, moment).toMillis() * factor));
        return drawn.plus(days, ChronoUnit.DAYS);
    }

    LocalDate day(LocalDate day) {
        return day.plusDays(days);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
