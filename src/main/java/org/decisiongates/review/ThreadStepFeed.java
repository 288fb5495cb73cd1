package org.decisiongates.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The steps of all threads one behind the other, for who follows what happens. */
public interface ThreadStepFeed {

    /** How many steps are read at once. */
    int PAGE = 100;

    /** How many windows are read at once: more than end in one moment, where business hours have many end with the day. */
    int MAX_WINDOWS = 1_000;

    /**
     * A step with its place.
     *
     * @param place grows from step to step
     */
    record PlacedStep(long place, ThreadStep step) {
    }

    /** Who took a step, without what was written. */
    record StepAuthor(ThreadStepName step, String actor) {
    }

    /**
     * A thread in which the last moment of the owner has passed, in time or not.
     *
     * @param number number of the thread within its issue
     */
    record EndedWindow(long issueId, int number, Instant due) {
    }

    /** The place of the last step; 0 where there is none. One statement. */
    long last();

    /** Up to {@link #PAGE} steps behind a place, in order. One statement. */
    List<PlacedStep> behind(long place);

    /** Threads whose window ended from a moment on and before another: up to {@link #MAX_WINDOWS}, in that order. One statement. */
    List<EndedWindow> ended(Instant from, Instant before);

    /** Who took the steps of these issues (at most 200), by issue id, in order. One statement. */
    Map<Long, List<StepAuthor>> authors(Collection<Long> issueIds);

    /** These steps (at most 200), in the order in which they were taken; those that are not there are left out. One statement. */
    List<ThreadStep> named(Collection<ThreadStepName> names);
}
