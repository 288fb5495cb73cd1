package org.decisiongates.notification;

import java.time.Instant;
import java.util.Objects;

import org.decisiongates.review.ThreadStepName;

/**
 * That somebody is to be told of a step of a feedback thread, or that the window of its owner was breached.
 *
 * @param id     0 before it is stored
 * @param person user key
 * @param step   the step; number 0 for the breach of the thread's window
 * @param at     when it happened, UTC, milliseconds
 */
public record Notification(long id, String person, ThreadStepName step, NotificationReason reason, Instant at) {

    public Notification {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    /** Whether it tells of a breached window rather than of a step. */
    public boolean isBreach() {
        return step.step() == 0;
    }
}
