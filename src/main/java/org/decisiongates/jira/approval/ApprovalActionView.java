package org.decisiongates.jira.approval;

/**
 * Something that the reader may do.
 *
 * @param value name of the step
 * @param label what the button says
 */
public record ApprovalActionView(String value, String label) {
}
