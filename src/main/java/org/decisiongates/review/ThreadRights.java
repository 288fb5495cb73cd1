package org.decisiongates.review;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * What somebody may do with an issue that they may see, as the host says at the moment of the action.
 *
 * @param mayComment whether they may comment on it
 * @param isOwner    whether they are its owner
 * @param isOwned    whether anybody is its owner, who could act
 * @param mayEdit    whether they may edit it
 * @param mayAdminister whether they administer its project
 * @param isDecision whether it is a Decision, which alone can be disputed
 * @param wasOwner   whether they were its owner at a moment; asked of owners, and only about a dispute
 */
public record ThreadRights(boolean mayComment, boolean isOwner, boolean isOwned, boolean mayEdit, boolean mayAdminister,
        boolean isDecision, Predicate<Instant> wasOwner) {

    /** Those of somebody who may do nothing. */
    public static final ThreadRights NONE = new ThreadRights(false, false, false, false, false, false, moment -> false);

    /** Whether they may bring a thread to its end that somebody opened. */
    boolean mayClose(ReviewThread thread, String userKey) {
        return isOwner || mayEdit || mayComment && thread.opened().actor().equals(userKey);
    }

    /**
     * Whether they may settle the dispute of a thread: the owner, unless it was disputed before they became that, whoever disputed, and who
     * administers the project.
     */
    boolean maySettle(ReviewThread thread, String userKey) {
        return mayAdminister || thread.dispute()
                .filter(step -> mayComment && step.actor().equals(userKey) || isOwner && wasOwner.test(step.at())).isPresent();
    }

    /**
     * Whether they may say that the owner need not act after all: whoever asked for it or opened the thread. The owner gets rid of it by an
     * outcome alone.
     */
    boolean mayDropOwnerAction(ReviewThread thread, String userKey) {
        return mayComment && (thread.opened().actor().equals(userKey)
                || thread.ownerAction().filter(step -> step.actor().equals(userKey)).isPresent());
    }
}
