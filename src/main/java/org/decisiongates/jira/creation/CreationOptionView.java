package org.decisiongates.jira.creation;

/** One of what can be chosen. */
public record CreationOptionView(String value, String label, boolean selected) {
}
