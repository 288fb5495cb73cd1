package org.decisiongates.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO week: Monday 00:00 to the next Monday 00:00 in whatever zone it is asked for.
 *
 * @param year   week-based year, 1 to 9999
 * @param number 1 to 53
 */
public record Week(int year, int number) implements Comparable<Week> {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final int LAST_YEAR = 9999;

    public Week {
        if (year < 1 || year > LAST_YEAR || number < 1 || number > weeksOf(year)) {
            throw new IllegalArgumentException("no such week: " + year + "-W" + number);
        }
    }

    /** The week that {@code day} lies in. */
    public static Week of(LocalDate day) {
        return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The week that {@code instant} lies in, in {@code zone}. */
    public static Week of(Instant instant, ZoneId zone) {
        return of(instant.atZone(zone).toLocalDate());
    }

    /** Reads {@code 2026-W47}. Throws {@link IllegalArgumentException} for anything else, and for weeks that do not exist. */
    public static Week parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a week looks like 2026-W47");
        }
        return new Week(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /**
     * Reads {@code 2026-W47}, or the week that a moment, {@code 2026-11-20T09:15:00Z}, lies in. Throws {@link IllegalArgumentException} for
     * anything else, and for weeks that do not exist.
     *
     * @param zone of the moment's week
     */
    public static Week parse(String text, ZoneId zone) {
        if (!text.endsWith("Z")) {
            return parse(text);
        }
        try {
            return of(Instant.parse(text), zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a moment looks like 2026-11-20T09:15:00Z", e);
        }
    }

    /** How many weeks the year of {@code 2027-W53} has, though it may not have that one; empty for what is not written like a week. */
    public static OptionalInt weeksIn(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(weeksOf(Integer.parseInt(matcher.group(1))));
    }

    /** {@code 2026-W47}. */
    public String text() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, number);
    }

    public LocalDate monday() {
        // the fourth of January is in the first week of every year
        return LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(number - 1L);
    }

    /** Its first instant in {@code zone}; where clocks skip midnight, the first instant of that Monday. */
    public Instant start(ZoneId zone) {
        return monday().atStartOfDay(zone).toInstant();
    }

    /** The first instant after it in {@code zone}. */
    public Instant end(ZoneId zone) {
        return monday().plusWeeks(1).atStartOfDay(zone).toInstant();
    }

    /** Whether there is a week before it that can be written. */
    public boolean hasPrevious() {
        return year > 1 || number > 1;
    }

    /** Throws {@link IllegalArgumentException} before the first week there is. */
    public Week previous() {
        return of(monday().minusWeeks(1));
    }

    /** Throws {@link IllegalArgumentException} after the last week there is. */
    public Week next() {
        return of(monday().plusWeeks(1));
    }

    @Override
    public int compareTo(Week other) {
        return year == other.year ? Integer.compare(number, other.number) : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return text();
    }

    private static int weeksOf(int year) {
        try {
            return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(LocalDate.of(year, 7, 1)).getMaximum();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such year: " + year, e);
        }
    }
}
