package org.decisiongates.task;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person has done in the background, by one node of the cluster.
 *
 * @param id        random, so that nobody guesses it
 * @param kind      what is done, in kebab case: {@code dry-run}
 * @param owner     user key of who started it; nobody else sees it
 * @param scope     key of the project that it is about; empty text for none
 * @param title     what it is about, in one line and in the owner's language
 * @param state     how it stands
 * @param done      how much of {@code total} is done
 * @param total     how much there is to do; 0 while nobody knows
 * @param startedAt when it was asked for
 * @param endedAt   when it ended, as far as that is known
 * @param fault     why it failed, in the owner's language; empty text for every other state
 */
public record BackgroundTask(String id, String kind, String owner, String scope, String title, State state, int done, int total,
        Instant startedAt, Optional<Instant> endedAt, String fault) {

    /** How a task stands. Stored by name. */
    public enum State {
        /** It waits for a thread of its node. */
        QUEUED,
        /** It is being done. */
        RUNNING,
        /** It came to its end, and there is a result. */
        DONE,
        /** Its owner did not want it any more. */
        CANCELLED,
        /** It ended early; the fault says why. */
        FAILED,
        /** Its node was stopped or died. */
        LOST;

        /** Whether nothing more will come of it. */
        public boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /** A task that was just asked for. */
    public static BackgroundTask queued(String id, String kind, String owner, String scope, String title, Instant now) {
        return new BackgroundTask(id, kind, owner, scope, title, State.QUEUED, 0, 0, now, Optional.empty(), "");
    }
}
