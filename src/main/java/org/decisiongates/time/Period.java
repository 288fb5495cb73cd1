package org.decisiongates.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The time that metrics look at: {@code [from, until)}.
 *
 * @param from  Monday 00:00, project zone
 * @param until the end, exclusive: at most {@code weeks} weeks later; earlier while they are not over
 * @param zone  the project's
 * @param weeks how many whole weeks it stands for, 1 or more
 * @param asOf  up to when things are known; never before {@code until}
 */
public record Period(Instant from, Instant until, ZoneId zone, int weeks, Instant asOf) {

    /** A week as it is known at {@code asOf}; what happens at that very millisecond counts. */
    public static Period of(Week week, ZoneId zone, Instant asOf) {
        Instant known = asOf.plusMillis(1);
        Instant start = week.start(zone);
        Instant end = week.end(zone);
        Instant until = known.isBefore(end) ? known : end;
        return new Period(start, until.isBefore(start) ? start : until, zone, 1, asOf.isBefore(until) ? until : asOf);
    }

    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The day it is at the end: when the time is over, that of the first moment after it. */
    public LocalDate today() {
        Instant end = from.atZone(zone).plusWeeks(weeks).toInstant();
        return day(until.isBefore(end) && until.isAfter(from) ? until.minusMillis(1) : until);
    }

    /** The same time of day some calendar days later in the project's zone, or earlier for a negative number. */
    public Instant plusDays(Instant at, long days) {
        return at.atZone(zone).plusDays(days).toInstant();
    }

    /** The two latest closes of a review that have been by {@code until}, the earlier first: reviews close on Mondays 00:00. */
    public List<Instant> reviews() {
        Instant end = from.atZone(zone).plusWeeks(weeks).toInstant();
        Instant last = until.isBefore(end) ? from : end;
        return List.of(plusDays(last, -7), last);
    }
}
