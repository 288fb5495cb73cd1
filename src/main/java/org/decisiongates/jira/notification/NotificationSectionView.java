package org.decisiongates.jira.notification;

import java.util.List;

/**
 * One of the things that an e-mail is about: feedback, or approvals.
 *
 * @param title which of them, in words
 */
public record NotificationSectionView(String title, List<NotificationIssueView> issues) {

    public NotificationSectionView {
        issues = List.copyOf(issues);
    }
}
