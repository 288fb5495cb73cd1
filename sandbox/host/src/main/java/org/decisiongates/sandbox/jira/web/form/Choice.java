package org.decisiongates.sandbox.jira.web.form;

/** One choice of a select box or a suggestion of a picker. */
public record Choice(String value, String label, boolean selected) {
}
