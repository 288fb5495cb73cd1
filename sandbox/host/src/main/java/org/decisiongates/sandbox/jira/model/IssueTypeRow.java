package org.decisiongates.sandbox.jira.model;

/** A kind of issue. */
public record IssueTypeRow(String id, String name, String description, long avatarId, boolean subTask) {
}
