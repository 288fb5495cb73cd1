package org.decisiongates.sandbox.jira.model;

import java.time.Instant;

/** What is known of a file on an issue; the file itself is kept nowhere. */
public record AttachmentRow(long id, long issueId, String authorKey, String fileName, String mimeType, Instant created) {
}
