package org.decisiongates.jira.phase;

/** A phase that a status can stand for, as a choice. */
public record PhaseOptionView(String value, String label, boolean selected) {
}
