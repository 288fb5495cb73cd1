package org.decisiongates.sandbox.jira.model;

import java.time.Instant;

/** A comment. */
public record CommentRow(long id, long issueId, String authorKey, String body, Instant created, Instant updated) {
}
