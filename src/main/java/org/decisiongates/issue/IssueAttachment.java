package org.decisiongates.issue;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that hangs on an issue.
 *
 * @param name   its file name
 * @param type   its media type, {@code application/pdf}; empty text where the host knows none
 * @param author user key of who attached it; empty for nobody logged in
 * @param at     when it was attached
 */
public record IssueAttachment(String name, String type, Optional<String> author, Instant at) {

    public IssueAttachment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
    }
}
