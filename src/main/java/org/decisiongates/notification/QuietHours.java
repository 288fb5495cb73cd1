package org.decisiongates.notification;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/**
 * When somebody wants no e-mail, by the clock on their wall: an hour that clocks skip is not missed, and one that comes twice is quiet
 * twice.
 *
 * @param from     the hour in which they begin, 0 to 23
 * @param to       the hour in which they are over, 0 to 23; the same as {@code from} for none
 * @param weekends whether Saturday and Sunday are quiet as a whole
 */
public record QuietHours(int from, int to, boolean weekends) {

    private static final int HOURS = 24;

    public QuietHours {
        if (from < 0 || from >= HOURS || to < 0 || to >= HOURS) {
            throw new IllegalArgumentException("no hours of a day: " + from + " to " + to);
        }
    }

    /** Whether this moment is quiet, in the zone of whoever wants that. */
    public boolean isQuiet(ZonedDateTime moment) {
        return covers(moment.getDayOfWeek()) || covers(moment.getHour());
    }

    /** Whether a day of the week is quiet as a whole. */
    public boolean covers(DayOfWeek day) {
        return weekends && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    }

    /** Whether an hour of the day is quiet on every day. */
    public boolean covers(int hour) {
        // past midnight they end on the next day
        return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    }
}
