package org.decisiongates.jira.approval;

/**
 * What the panel says of reminders.
 *
 * @param last      when and by whom the last one was sent, as a sentence; empty text for none
 * @param mayRemind whether the reader may send one that reaches somebody now
 */
public record ApprovalReminderView(String last, boolean mayRemind) {

    /** Nothing to say and nothing to offer. */
    static final ApprovalReminderView NONE = new ApprovalReminderView("", false);
}
