package org.decisiongates.jira.blocker;

/** One of what can be chosen. */
public record BlockerOptionView(String value, String label, boolean selected) {
}
