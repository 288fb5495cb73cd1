package org.decisiongates.jira.admin;

/** An issue type that a project could use, as a choice. */
public record IssueTypeOptionView(String value, String label, boolean selected) {
}
