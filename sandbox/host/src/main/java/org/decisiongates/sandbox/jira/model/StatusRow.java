package org.decisiongates.sandbox.jira.model;

/** A status that workflow steps are linked to. */
public record StatusRow(String id, String name, String description, StatusCategory category) {
}
