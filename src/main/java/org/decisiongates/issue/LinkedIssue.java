package org.decisiongates.issue;

import java.util.Objects;
import java.util.Optional;

/**
 * The other end of a link.
 *
 * @param linkType  the host's id of the type of the link
 * @param isOutward whether the link leads from the issue to this one
 * @param key       its key; empty where the actor may not see it, so that nobody names it by accident
 * @param status    where it stands, whoever may see it: what is hidden is counted, not named
 */
public record LinkedIssue(String linkType, boolean isOutward, Optional<String> key, IssueStatus status) {

    public LinkedIssue {
        Objects.requireNonNull(linkType, "linkType");
        Objects.requireNonNull(status, "status");
    }

    /** Whether the actor may see it. */
    public boolean isVisible() {
        return key.isPresent();
    }
}
