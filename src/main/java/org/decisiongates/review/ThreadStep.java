package org.decisiongates.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that happened to a thread, as it is recorded permanently.
 *
 * @param issueId   the host's issue id
 * @param projectId the host's project id at that time
 * @param number    number of the thread within its issue, from 1
 * @param step      number of the step within the thread, from 1
 * @param subject   what the thread is about: in the first step, and in no other
 * @param text      what was written, as typed; empty text where nothing was
 * @param actor     user key of who did it
 * @param at        when, UTC, milliseconds; never before the step in front of it
 * @param due       until when the owner has to act, inclusive: in every step that {@link Kind#asksOwner}, always the same of one thread
 */
public record ThreadStep(long issueId, long projectId, int number, int step, Kind kind, Optional<Subject> subject, String text,
        String actor, Instant at, Optional<Instant> due) {

    /** What happened. Stored by name. */
    public enum Kind {
        /** Somebody began it. */
        OPENED,
        /** Somebody wrote something. */
        REPLIED,
        /** It needs an action of the owner of the issue. */
        OWNER_ACTION,
        /** It needs none after all. */
        OWNER_ACTION_DROPPED,
        /** Somebody disagrees with the Decision that it is about. */
        DISPUTED,
        /** That is settled. */
        DISPUTE_SETTLED,
        /** It ended, and something came of it. */
        RESOLVED,
        /** It ended, and nothing is done about it. */
        DECLINED,
        /** It goes on. */
        REOPENED;

        /** Whether the owner of the issue has to act from then on. */
        public boolean asksOwner() {
            return this == OWNER_ACTION || this == DISPUTED;
        }

        /** Whether the thread has ended with it. */
        boolean closes() {
            return this == RESOLVED || this == DECLINED;
        }

        /** The kind of this name; for a word of a newer version of the app one that changes nothing. */
        public static Kind named(String name) {
            return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst().orElse(REPLIED);
        }
    }

    /**
     * What a thread is about.
     *
     * @param objective what it is to achieve, up to 200 characters
     * @param comment   the host's id of the comment it was made of
     */
    public record Subject(ThreadAnchor anchor, String objective, OptionalLong comment) {

        public Subject {
            Objects.requireNonNull(anchor, "anchor");
            Objects.requireNonNull(objective, "objective");
            Objects.requireNonNull(comment, "comment");
        }
    }

    public ThreadStep {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        if (number < 1 || step < 1 || subject.isPresent() != (step == 1) || due.isPresent() != kind.asksOwner()) {
            throw new IllegalArgumentException("no step of a thread: " + number + " " + step + " " + kind);
        }
    }
}
