package org.decisiongates.sandbox.jira.model;

/** One choice of a select field. */
public record OptionRow(long id, String fieldId, String value, boolean disabled) {
}
