package org.decisiongates.approval;

import java.time.Instant;
import java.util.Objects;

/**
 * An edit of a section of an issue.
 *
 * @param userKey of who edited it
 * @param at      when, UTC, milliseconds
 */
public record SectionEdit(String userKey, Instant at) {

    public SectionEdit {
        Objects.requireNonNull(userKey, "userKey");
        Objects.requireNonNull(at, "at");
    }

    /** Whichever of two edits came last; the second of two at the same moment. */
    public static SectionEdit later(SectionEdit one, SectionEdit other) {
        return other.at().isBefore(one.at()) ? one : other;
    }
}
