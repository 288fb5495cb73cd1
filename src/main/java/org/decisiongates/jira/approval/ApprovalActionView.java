package org.decisiongates.jira.approval;

/**
 * Something that the reader may do.
 *
 * @param value name of the step
 * @param label what the button says
 * @param takesComment whether what was typed goes with it
 */
public record ApprovalActionView(String value, String label, boolean takesComment) {
}
