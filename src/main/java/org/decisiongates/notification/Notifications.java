package org.decisiongates.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people are still to be told. */
public interface Notifications {

    /** How many are read at once. */
    int PAGE = 1_000;

    /**
     * How far the steps of threads were looked through.
     *
     * @param number how often that was moved on
     * @param place  of the last step, see {@link org.decisiongates.review.ThreadStepFeed.PlacedStep}
     * @param until  windows that ended before this moment were looked at
     */
    record Progress(long number, long place, Instant until) {

        /** The next one. */
        public Progress next(long farther, Instant later) {
            return new Progress(number + 1, farther, later);
        }
    }

    /** How far it is; empty before the first time. One statement. */
    Optional<Progress> progress();

    /**
     * Stores what was found on the way to a progress, together with that progress: all of it or nothing, and once, whichever nodes ask and
     * however often.
     *
     * @param at when
     * @return false where another one stored a progress of this number
     */
    boolean store(Progress reached, List<Notification> found, Instant at);

    /** Up to {@link #PAGE} of those behind this id, in order. One statement. */
    List<Notification> behind(long id);

    /**
     * Removes these (at most {@link #PAGE}), so that this node tells them and no other: true where all of them were there, and else
     * nothing is removed. One statement.
     */
    boolean take(List<Long> ids);

    /** Forgets notifications from before this moment, and progress but for the newest: how far it is, is known for ever. */
    void forget(Instant before);
}
