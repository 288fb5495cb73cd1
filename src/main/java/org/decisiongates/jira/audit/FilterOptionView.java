package org.decisiongates.jira.audit;

/** A word to choose; an empty value for any. */
public record FilterOptionView(String value, String label, boolean selected) {
}
