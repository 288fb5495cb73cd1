package org.decisiongates.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.time.Week;

/**
 * When somebody gets digests: once a week, at an hour of their own zone.
 *
 * @param hour 0 to 23
 */
public record DigestTime(DayOfWeek day, int hour) {

    /** What could not be sent in time is still sent for so long; after that the next one is not far. */
    static final Duration LATEST = Duration.ofDays(3);

    private static final int LAST_HOUR = 23;
    private static final Set<DayOfWeek> QUIET = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public DigestTime {
        if (hour < 0 || hour > LAST_HOUR) {
            throw new IllegalArgumentException("no hour of a day: " + hour);
        }
    }

    /**
     * The digest that is due, sent or not; empty when none is. One that is late waits for the end of a weekend, unless it was meant for it.
     *
     * @param now in the zone of whoever gets it
     */
    public Optional<DueDigest> due(ZonedDateTime now) {
        ZonedDateTime latest = at(now.toLocalDate().with(TemporalAdjusters.previousOrSame(day)), now);
        ZonedDateTime time = latest.isAfter(now) ? at(latest.toLocalDate().minusWeeks(1), now) : latest;
        if (time.plus(LATEST).isBefore(now) || QUIET.contains(now.getDayOfWeek()) && !QUIET.contains(day)) {
            return Optional.empty();
        }
        Week week = Week.of(time.toLocalDate());
        return Optional.of(new DueDigest(week.text(), isAboutTheWeekBefore() && week.hasPrevious() ? week.previous() : week));
    }

    /** Early in a week the week before is what there is to tell; later, the week itself. */
    public boolean isAboutTheWeekBefore() {
        return day.compareTo(DayOfWeek.WEDNESDAY) <= 0;
    }

    /** An hour that clocks leave out begins when they go on. */
    private ZonedDateTime at(LocalDate date, ZonedDateTime now) {
        return date.atTime(hour, 0).atZone(now.getZone());
    }

    /**
     * A digest that is due.
     *
     * @param name the ISO week in which it is due, {@code 2026-W48}: of each subscription there is one a week
     * @param week the week that it tells
     */
    public record DueDigest(String name, Week week) {
    }
}
