package org.decisiongates.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Whether and when somebody is told of feedback by e-mail.
 *
 * @param person user key
 * @param hour   the hour of a daily e-mail, 0 to 23, never a quiet one
 * @param html   whether as a page rather than as plain text
 */
public record NotificationChoice(String person, Delivery delivery, int hour, QuietHours quiet, boolean html) {

    /** How long nothing has to happen before an e-mail is made at once, so that a burst is one e-mail. */
    static final Duration REST = Duration.ofMinutes(3);
    /** How long the first of a burst waits at most. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private static final int LAST_HOUR = 23;
    private static final int USUAL_HOUR = 8;
    private static final QuietHours USUAL = new QuietHours(20, 7, false);

    /** When e-mails are made. Stored by name. */
    public enum Delivery {
        /** A few minutes after something happened. */
        AT_ONCE,
        /** Once a day. */
        DAILY,
        /** Never. */
        OFF
    }

    public NotificationChoice {
        if (hour < 0 || hour > LAST_HOUR) {
            throw new IllegalArgumentException("no hour of a day: " + hour);
        }
    }

    /** That of somebody who has not chosen. */
    public static NotificationChoice usual(String person) {
        return new NotificationChoice(person, Delivery.AT_ONCE, USUAL_HOUR, USUAL, true);
    }

    /**
     * Whether an e-mail is due.
     *
     * @param first when the first thing happened that was not told
     * @param last  when the last one did
     * @param now   in the zone of whoever gets it
     */
    public boolean isDue(Instant first, Instant last, ZonedDateTime now) {
        return switch (delivery) {
            case AT_ONCE -> isOver(first, last, now.toInstant()) && !quiet.isQuiet(now);
            case DAILY -> !latestHour(now).isBefore(first) && !quiet.isQuiet(now);
            case OFF -> false;
        };
    }

    private static boolean isOver(Instant first, Instant last, Instant now) {
        return !last.plus(REST).isAfter(now) || !first.plus(LONGEST).isAfter(now);
    }

    /**
     * When the hour of the daily e-mail was last, on a day that is not quiet as a whole: what came after it waits for that hour of the next
     * such day. An hour that clocks skip begins when they go on; of one that comes twice the first.
     */
    private Instant latestHour(ZonedDateTime now) {
        LocalDate day = now.toLocalDate();
        while (at(day, now).isAfter(now.toInstant()) || quiet.covers(day.getDayOfWeek())) {
            day = day.minusDays(1);
        }
        return at(day, now);
    }

    private Instant at(LocalDate day, ZonedDateTime now) {
        return day.atTime(hour, 0).atZone(now.getZone()).toInstant();
    }
}
