package org.decisiongates.jira.blocker;

/** One of what can be chosen. */
public record BlockerChoiceView(String value, String label, boolean selected) {
}
