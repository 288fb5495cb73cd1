package org.decisiongates.notification;

import java.time.Instant;
import java.util.Objects;

import org.decisiongates.review.ThreadStepName;

/**
 * That somebody is to be told of a step of a feedback thread, that the window of its owner was breached, or that an approval is missing
 * which they can give.
 *
 * @param id     0 before it is stored
 * @param person user key
 * @param step   the step; number 0 for the breach of the thread's window, and step 1 of thread 0, which
 *               nobody takes, for approvals of the issue
 * @param at     when it happened, UTC, milliseconds
 */
public record Notification(long id, String person, ThreadStepName step, NotificationReason reason, Instant at) {

    public Notification {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    /**
     * That somebody is reminded of approvals of an issue.
     *
     * @param person user key
     */
    public static Notification ofApprovals(String person, long issueId, Instant at) {
        // a node that still runs an older version takes an unknown reason for a weak one, and number 0 for a breach; this step it looks for
        return new Notification(0, person, new ThreadStepName(issueId, 0, 1), NotificationReason.APPROVAL_MISSING, at);
    }

    /** Whether it tells of approvals rather than of feedback. */
    public boolean isOfApprovals() {
        return reason == NotificationReason.APPROVAL_MISSING;
    }

    /** Whether it tells of a breached window rather than of a step. */
    public boolean isBreach() {
        return step.step() == 0 && !isOfApprovals();
    }
}
