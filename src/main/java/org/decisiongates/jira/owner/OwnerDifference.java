package org.decisiongates.jira.owner;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.text.JiraTexts;

/**
 * An issue whose owner is somebody else than its assignee, in a project that keeps the two the same.
 *
 * @param owner    null for nobody
 * @param assignee null for nobody
 */
record OwnerDifference(Issue issue, ApplicationUser owner, ApplicationUser assignee) {

    String ownerName(JiraTexts texts) {
        return name(texts, owner);
    }

    String assigneeName(JiraTexts texts) {
        return name(texts, assignee);
    }

    static String name(JiraTexts texts, ApplicationUser person) {
        return person == null ? texts.text("decision-gates.owner.nobody") : person.getDisplayName();
    }
}
