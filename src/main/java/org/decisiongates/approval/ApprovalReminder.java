package org.decisiongates.approval;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * That somebody was reminded of the approvals of an issue.
 *
 * @param issueId the host's issue id
 * @param person  user key of who was reminded
 * @param actor   user key of who asked for it; empty where a policy did
 * @param at      when, UTC, milliseconds
 */
public record ApprovalReminder(long issueId, String person, Optional<String> actor, Instant at) {

    public ApprovalReminder {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }

    /** Whether it was on the day of a moment, in that moment's zone. */
    public boolean isOnDayOf(ZonedDateTime now) {
        return at.atZone(now.getZone()).toLocalDate().equals(now.toLocalDate());
    }

    /**
     * Whether somebody is to be reminded. Days end at the same time on the wall: where clocks are changed in between they are an hour
     * longer or shorter, and an hour that clocks skip is the one after it.
     *
     * @param since when approvals were asked for, or when the person was reminded last
     * @param days  how many days after that; 0 for never
     * @param now   the moment, in the zone of projects
     */
    public static boolean isDue(Instant since, int days, ZonedDateTime now) {
        return days > 0 && !since.atZone(now.getZone()).plusDays(days).toInstant().isAfter(now.toInstant());
    }
}
