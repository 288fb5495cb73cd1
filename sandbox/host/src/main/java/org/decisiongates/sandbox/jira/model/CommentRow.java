package org.decisiongates.sandbox.jira.model;

import java.time.Instant;

/** A comment; with a group or a role only its members may see it, without either (null) whoever sees the issue. */
public record CommentRow(long id, long issueId, String authorKey, String body, Instant created, Instant updated,
        String groupLevel, Long roleLevel) {
}
