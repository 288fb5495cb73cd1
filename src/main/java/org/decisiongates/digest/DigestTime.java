package org.decisiongates.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.time.Week;

/**
 * When somebody gets digests: once a week, at an hour of their own zone.
 *
 * @param hour  0 to 23
 * @param quiet on which days none is sent that is late; never the day itself
 */
public record DigestTime(DayOfWeek day, int hour, Set<DayOfWeek> quiet) {

    /** What could not be sent in time is still sent for so long; after that the next one is not far. */
    static final Duration LATEST = Duration.ofDays(3);

    private static final int LAST_HOUR = 23;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public DigestTime {
        if (hour < 0 || hour > LAST_HOUR) {
            throw new IllegalArgumentException("no hour of a day: " + hour);
        }
        if (quiet.contains(day)) {
            throw new IllegalArgumentException("nothing is sent on " + day);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(quiet);
        quiet = Collections.unmodifiableSet(days);
    }

    /** With weekends quiet, unless it is meant for one. */
    public DigestTime(DayOfWeek day, int hour) {
        this(day, hour, WEEKEND.contains(day) ? Set.of() : WEEKEND);
    }

    /**
     * The digest that is due, sent or not; empty when none is. One that is late waits for the end of quiet days.
     *
     * @param now in the zone of whoever gets it
     */
    public Optional<DueDigest> due(ZonedDateTime now) {
        ZonedDateTime latest = at(now.toLocalDate().with(TemporalAdjusters.previousOrSame(day)), now);
        ZonedDateTime time = latest.isAfter(now) ? at(latest.toLocalDate().minusWeeks(1), now) : latest;
        if (time.plus(LATEST).isBefore(now) || quiet.contains(now.getDayOfWeek())) {
            return Optional.empty();
        }
        Week week = Week.of(time.toLocalDate());
        return Optional.of(new DueDigest(week.text(), told(week)));
    }

    /** Early in a week the week before is what there is to tell; later, the week itself. */
    public boolean isAboutTheWeekBefore() {
        return day.compareTo(DayOfWeek.WEDNESDAY) <= 0;
    }

    private Week told(Week due) {
        return isAboutTheWeekBefore() && due.hasPrevious() ? due.previous() : due;
    }

    /**
     * The weeks before the one that {@code due} tells of which the last digest told nothing, or only the beginning; the oldest first. A
     * digest of a Thursday tells a week that is not over, and one that could not be sent in time tells nothing.
     *
     * @param last when a digest was taken on the last time, of an earlier week
     * @param zone that weeks are meant in
     */
    public List<UnreportedWeek> untold(DueDigest due, DigestSendClaim last, ZoneId zone) {
        LocalDate sent = last.at().atZone(zone).toLocalDate();
        LocalDate over = told(Week.parse(last.name())).monday().plusWeeks(1);
        LocalDate from = sent.isBefore(over) ? sent : over;
        List<UnreportedWeek> untold = new ArrayList<>();
        for (Week week = Week.of(from); week.compareTo(due.week()) < 0; week = week.next()) {
            untold.add(new UnreportedWeek(week, from.isAfter(week.monday()) ? from : week.monday()));
        }
        return untold;
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
