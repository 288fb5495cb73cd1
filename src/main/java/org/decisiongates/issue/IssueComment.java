package org.decisiongates.issue;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A comment on an issue.
 *
 * @param author user key of who wrote it; empty for nobody logged in
 * @param text   the text as typed
 * @param at     when it was written
 */
public record IssueComment(Optional<String> author, String text, Instant at) {

    public IssueComment {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }
}
