package org.decisiongates.trail;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.decisiongates.text.KebabCase;
import org.decisiongates.text.Message;
import org.decisiongates.trail.TrailEntry.Stage;

/**
 * An edit of a text of a Decision, which the journal does not follow.
 *
 * @param at      when, UTC
 * @param actor   user key of who did it; empty text where that is not known
 * @param written the new summary; empty text for the others, of which there may be pages
 */
public record TextEdit(Instant at, String actor, What what, String written) {

    /** What was done. Of a fallback the journal has that one was written down or removed. */
    public enum What {
        SUMMARY_CHANGED(Stage.SCOPE),
        DESCRIPTION_ADDED(Stage.SCOPE),
        DESCRIPTION_CHANGED(Stage.SCOPE),
        DESCRIPTION_REMOVED(Stage.SCOPE),
        QUESTION_ADDED(Stage.REQUEST),
        QUESTION_CHANGED(Stage.REQUEST),
        QUESTION_REMOVED(Stage.REQUEST),
        FALLBACK_CHANGED(Stage.SCOPE);

        private final Stage stage;

        What(Stage stage) {
            this.stage = stage;
        }
    }

    public TextEdit {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(written, "written");
    }

    TrailEntry entry() {
        return new TrailEntry(at, what.stage, actor, Optional.empty(), Message.of("decision-gates.trail.text." + KebabCase.of(what)),
                written);
    }
}
