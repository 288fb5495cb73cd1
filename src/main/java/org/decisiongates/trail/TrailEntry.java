package org.decisiongates.trail;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.decisiongates.text.Message;

/**
 * One thing that happened on the way to a Decision, or after it.
 *
 * @param at         when, UTC
 * @param stage      what it belongs to
 * @param actor      user key of who did it; empty text where that is not known
 * @param onBehalfOf user key of the approver whom the actor stood in for
 * @param what       what was done, to follow the name of who did it
 * @param text       what was written, as typed; empty text where nothing was
 */
public record TrailEntry(Instant at, Stage stage, String actor, Optional<String> onBehalfOf, Message what, String text) {

    /** What entries are about. The names are part of what is exported. */
    public enum Stage {
        /** The question and who answers for it. */
        REQUEST,
        /** The ways in which it can be decided, and what they cost. */
        OPTIONS,
        /** Feedback threads. */
        FEEDBACK,
        /** What has to be true, and what shows that it is. */
        EVIDENCE,
        APPROVALS,
        /** What is decided about, and until when. */
        SCOPE,
        /** From the Decision to what people use. */
        DELIVERY,
        /** What came of it. */
        OUTCOME
    }

    public TrailEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(text, "text");
    }
}
