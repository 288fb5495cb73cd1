package org.decisiongates.sandbox.jira.model;

import java.time.Instant;

/** A comment; with a group only its members may see it, without one (null) whoever sees the issue. */
public record CommentRow(long id, long issueId, String authorKey, String body, Instant created, Instant updated,
        String groupLevel) {
}
