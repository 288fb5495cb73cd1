package org.decisiongates.jira.approval;

/**
 * An issue in a list of the page of approvals.
 *
 * @param href  of its approvals
 * @param what  what is to be approved, or what has changed since, in words
 * @param since who asked for it and when, or when it was approved, in words
 */
public record MyApprovalRowView(String key, String href, String summary, String what, String since) {
}
