package org.decisiongates.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;

/**
 * The hours of Mondays to Fridays in which people of a project work. There are no holidays. Where the clock is changed within these hours,
 * what passes is what counts: an hour that is skipped is none, one that comes twice is two.
 *
 * @param from when they begin, by the clock of {@code zone}, in whole minutes
 * @param to   when they end, exclusive, an hour later or more; midnight is the end of the day
 */
public record BusinessHours(LocalTime from, LocalTime to, ZoneId zone) {

    private static final Duration SHORTEST = Duration.ofHours(1);

    public BusinessHours {
        Objects.requireNonNull(zone, "zone");
        // of shorter days it would take years, and as long to count them, until 48 hours have passed
        Duration length = Duration.between(from, to).plusDays(to.equals(LocalTime.MIDNIGHT) ? 1 : 0);
        boolean wholeMinutes = from.equals(from.truncatedTo(ChronoUnit.MINUTES)) && to.equals(to.truncatedTo(ChronoUnit.MINUTES));
        if (length.compareTo(SHORTEST) < 0 || !wholeMinutes) {
            throw new IllegalArgumentException("no hours from " + from + " to " + to);
        }
    }

    /**
     * The instant at which so much business time has passed since {@code start}; where that is the last moment of a day, this day's end
     * and not the next one's beginning.
     *
     * @param length more than nothing
     */
    public Instant plus(Instant start, Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("no length of time: " + length);
        }
        Duration rest = length;
        LocalDate day = start.atZone(zone).toLocalDate();
        while (true) {
            Instant begin = later(start, opening(day));
            Duration open = Duration.between(begin, closing(day));
            if (open.compareTo(rest) >= 0) {
                return begin.plus(rest);
            }
            rest = open.isNegative() ? rest : rest.minus(open);
            day = day.plusDays(1);
        }
    }

    /** How much business time passes from one instant to another; zero when {@code last} is not after {@code first}. */
    public Duration between(Instant first, Instant last) {
        Duration passed = Duration.ZERO;
        LocalDate lastDay = last.atZone(zone).toLocalDate();
        for (LocalDate day = first.atZone(zone).toLocalDate(); !day.isAfter(lastDay); day = day.plusDays(1)) {
            Instant begin = later(first, opening(day));
            Instant end = closing(day).isBefore(last) ? closing(day) : last;
            passed = end.isAfter(begin) ? passed.plus(Duration.between(begin, end)) : passed;
        }
        return passed;
    }

    /** When the hours of the day begin. */
    private Instant opening(LocalDate day) {
        LocalDateTime time = day.atTime(from);
        return skipped(time) == null ? time.atZone(zone).toInstant() : skipped(time).getInstant();
    }

    /** When they end; of a weekend they end as they begin. */
    private Instant closing(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return opening(day);
        }
        if (to.equals(LocalTime.MIDNIGHT)) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
        LocalDateTime time = day.atTime(to);
        return skipped(time) == null ? time.atZone(zone).withLaterOffsetAtOverlap().toInstant() : skipped(time).getInstant();
    }

    /** The change of the clock that leaves out this time of the day; null for none. */
    private ZoneOffsetTransition skipped(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap() ? change : null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
