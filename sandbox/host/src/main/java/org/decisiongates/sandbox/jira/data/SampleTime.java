package org.decisiongates.sandbox.jira.data;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Moments of an export, at another time. A sample keeps its weekdays and its times of day, whatever zone it is told in and whatever the
 * clocks there do meanwhile: its moments, written in UTC, are read as local ones. What happened in its last week is drawn together into
 * the part of it that has passed, so that nothing happens in the future.
 */
final class SampleTime {

    /** How much of its last week the sample fills: Monday to Friday. */
    private static final Duration FILLED = Duration.ofDays(5);

    private final long days;
    private final ZoneId zone;
    /** Beginning of the week that is drawn together, as it is in the export. */
    private final LocalDateTime from;
    /** By how much it is drawn together, 0 to 1. */
    private final double factor;
    private final Instant latest;

    private SampleTime(long days, ZoneId zone, LocalDateTime from, double factor, Instant latest) {
        this.days = days;
        this.zone = zone;
        this.from = from;
        this.factor = factor;
        this.latest = latest;
    }

    /** The same moments, so many days later. */
    static SampleTime days(long days) {
        return new SampleTime(days, ZoneOffset.UTC, LocalDateTime.MAX, 1, Instant.MAX);
    }

    /** Makes the week of {@code last}, a day of the export, the week of now. */
    static SampleTime endingNow(LocalDate last, Clock clock) {
        LocalDate then = monday(last);
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate monday = monday(now.toLocalDate());
        double passed = (double) Duration.between(monday.atStartOfDay(), now).toMillis() / FILLED.toMillis();
        return new SampleTime(ChronoUnit.DAYS.between(then, monday), clock.getZone(), then.atStartOfDay(), Math.min(1, passed),
                clock.instant());
    }

    Instant moment(Instant moment) {
        LocalDateTime told = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        LocalDateTime drawn = told.isBefore(from) ? told
                : from.plusNanos((long) (Duration.between(from, told).toMillis() * factor) * 1_000_000);
        Instant moved = drawn.plusDays(days).atZone(zone).toInstant();
        // an hour that the clocks leave out is put behind itself, which may be behind now
        return moved.isBefore(latest) ? moved : latest;
    }

    LocalDate day(LocalDate day) {
        return day.plusDays(days);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
