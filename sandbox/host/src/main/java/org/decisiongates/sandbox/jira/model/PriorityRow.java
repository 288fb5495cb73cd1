package org.decisiongates.sandbox.jira.model;

/** How urgent an issue is. */
public record PriorityRow(String id, String name, String description, String colour) {
}
