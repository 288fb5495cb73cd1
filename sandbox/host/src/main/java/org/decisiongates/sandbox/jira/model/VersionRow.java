package org.decisiongates.sandbox.jira.model;

/** A release of a project; its days are {@code yyyy-MM-dd}, null where nobody planned them. */
public record VersionRow(long id, long projectId, String name, String description, String startDay, String releaseDay, boolean released,
        boolean archived) {
}
