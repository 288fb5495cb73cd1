package org.decisiongates.jira.notification;

import java.util.List;

/**
 * An e-mail about feedback and approvals.
 *
 * @param language of its words, as HTML writes it
 * @param sections what there is to tell; none that is empty
 * @param more     how much is not listed, in words; empty text for nothing
 * @param zone     which zone moments are in, in words
 * @param choiceAddress address of the page on which the reader chooses
 * @param change   what that page is for, in words
 */
public record NotificationMailView(String language, String subject, List<NotificationSectionView> sections, String more, String zone,
        String choiceAddress, String change) {

    public NotificationMailView {
        sections = List.copyOf(sections);
    }
}
