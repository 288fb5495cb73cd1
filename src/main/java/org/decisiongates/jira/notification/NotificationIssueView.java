package org.decisiongates.jira.notification;

import java.util.List;

/**
 * What an e-mail tells of an issue.
 *
 * @param title key and summary
 * @param href  where its threads or its approvals are
 */
public record NotificationIssueView(String title, String href, List<NotificationEntryView> entries) {

    public NotificationIssueView {
        entries = List.copyOf(entries);
    }
}
