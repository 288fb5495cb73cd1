package org.decisiongates.approval;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An edit of a section of an issue.
 *
 * @param userKey of who edited it; empty where the host does not know, or was made to forget
 * @param at      when, UTC, milliseconds
 */
public record SectionEdit(Optional<String> userKey, Instant at) {

    public SectionEdit {
        Objects.requireNonNull(userKey, "userKey");
        Objects.requireNonNull(at, "at");
    }

    /** Whichever of two edits came last; the second of two at the same moment. */
    public static SectionEdit later(SectionEdit one, SectionEdit other) {
        return other.at().isBefore(one.at()) ? one : other;
    }
}
