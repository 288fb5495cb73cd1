package org.decisiongates.summary;

import java.util.stream.Stream;

/**
 * What feedback threads ask of owners, and whether owners acted in time (M8).
 *
 * @param ownerActions threads that need an action of an owner
 * @param disputes     threads in which a Decision is disputed
 * @param met          48-hour windows that were due or ended in the week, and ended in time
 * @param breached     the others that were due or ended in the week
 */
public record FeedbackCounts(long ownerActions, long disputes, long met, long breached) {

    /** Nothing is asked, and nothing was. */
    public static final FeedbackCounts NONE = new FeedbackCounts(0, 0, 0, 0);

    /** All of them together. */
    public static FeedbackCounts sum(Stream<FeedbackCounts> all) {
        return all.reduce(NONE, (one, other) -> new FeedbackCounts(one.ownerActions + other.ownerActions, one.disputes + other.disputes,
                one.met + other.met, one.breached + other.breached));
    }

    /** How many windows were due or ended in the week. */
    public long windows() {
        return met + breached;
    }
}
