package org.decisiongates.trail;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.decisiongates.text.KebabCase;
import org.decisiongates.text.Message;

/**
 * An edit of the summary or the description of a Decision, which the journal does not follow.
 *
 * @param at      when, UTC
 * @param actor   user key of who did it; empty text where that is not known
 * @param written the new summary; empty text for a description, of which there may be pages
 */
public record TextEdit(Instant at, String actor, What what, String written) {

    /** What was done. */
    public enum What {
        SUMMARY_CHANGED, DESCRIPTION_ADDED, DESCRIPTION_CHANGED, DESCRIPTION_REMOVED
    }

    public TextEdit {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(written, "written");
    }

    /** As approvals have it, both are the scope. */
    TrailEntry entry() {
        return new TrailEntry(at, TrailEntry.Stage.SCOPE, actor, Optional.empty(),
                Message.of("decision-gates.trail.text." + KebabCase.of(what)), written);
    }
}
