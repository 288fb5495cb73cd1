package org.decisiongates.jira.approval;

/**
 * Who asked for the approvals last.
 *
 * @param who     their name; empty text where nobody asked
 * @param what    what they did, in words
 * @param comment what they said to the approvers; empty text for nothing
 */
public record ApprovalRequestView(String who, String what, String at, String comment) {

    static final ApprovalRequestView NOBODY = new ApprovalRequestView("", "", "", "");
}
