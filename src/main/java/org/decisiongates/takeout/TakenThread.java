package org.decisiongates.takeout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A feedback thread.
 *
 * @param number    within its issue
 * @param section   what it is about, {@code trade-off}
 * @param row       id of the row, in sections that have rows
 * @param objective what it is to achieve
 * @param quoted    what the section said when the thread was opened; empty text for the issue as a whole
 * @param state     {@code RESOLVED}
 * @param due       the last moment that the owner had, or has; empty where the owner never had to act
 * @param steps     what happened, the opening first
 */
public record TakenThread(int number, String section, Optional<Long> row, String objective, String quoted, String state,
        Optional<Instant> due, List<Step> steps) {

    public TakenThread {
        steps = List.copyOf(steps);
    }

    /**
     * @param kind  {@code OWNER_ACTION}
     * @param actor user name
     * @param text  what was written; empty text where nothing was
     */
    public record Step(String kind, String actor, Instant at, String text) {
    }

    /** Who ended it, and the outcome; empty while it is open. */
    Optional<Step> end() {
        return state.equals("RESOLVED") || state.equals("DECLINED")
                ? steps.stream().filter(step -> step.kind().equals(state)).reduce((one, later) -> later)
                : Optional.empty();
    }
}
