package org.decisiongates.waiver;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened to a waiver, as it is recorded permanently. The first step asks and says what for; of those that follow the last
 * one counts.
 *
 * @param issueId   the host's issue id
 * @param projectId the host's project id at that time
 * @param number    number of the waiver within its issue, from 1
 * @param step      number of the step within the waiver, from 1
 * @param state     what the waiver has been since
 * @param rule      what it is about, the same in every step
 * @param reason    why, in the words of the actor; empty text where nothing was said
 * @param until     when it ends, exclusive, the same in every step
 * @param actor     user key of who did it
 * @param at        when, UTC, milliseconds
 */
public record WaiverStep(long issueId, long projectId, int number, int step, State state, WaivedRule rule, String reason, Instant until,
        String actor, Instant at) {

    /** What a waiver is. Stored by name. */
    public enum State {
        /** Somebody asked for it. */
        ASKED,
        /** Somebody who may has granted it; it counts until it ends. */
        GRANTED,
        /** Somebody who may has declined it. */
        DECLINED,
        /** It was taken back. */
        WITHDRAWN;

        /** The state of this name; empty for a word of a newer version of the app. */
        public static Optional<State> named(String name) {
            return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
        }
    }

    public WaiverStep {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        if (number < 1 || step < 1) {
            throw new IllegalArgumentException("no step of a waiver: " + number + " " + step);
        }
    }

    /** The next step of the same waiver. */
    public WaiverStep next(State next, String why, String who, Instant when) {
        return new WaiverStep(issueId, projectId, number, step + 1, next, rule, why, until, who, when);
    }
}
