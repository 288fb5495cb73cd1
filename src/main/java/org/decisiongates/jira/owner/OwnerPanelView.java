package org.decisiongates.jira.owner;

/** The two people of an issue who should be one, by name. */
public record OwnerPanelView(String owner, String assignee) {
}
