package org.decisiongates.jira.approval;

/**
 * What a form says of a field that approvals are bound to.
 *
 * @param field id of the field in Jira's forms
 */
public record ApprovalFormHintView(String field, String text) {
}
