package org.decisiongates.jira.owner;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;

/** Whether owner and assignee of the issue on the page differ though its project keeps them the same. */
public final class DiffersFromAssigneeCondition extends AbstractIssueWebCondition {

    private final OwnerDifferences differences;

    public DiffersFromAssigneeCondition(OwnerDifferences differences) {
        this.differences = differences;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return differences.of(issue).isPresent();
    }
}
