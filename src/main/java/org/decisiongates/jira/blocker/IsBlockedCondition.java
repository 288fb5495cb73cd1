package org.decisiongates.jira.blocker;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;

/** Whether an open Blocker that the viewer may see blocks the issue on the page. Asked for every issue anybody looks at. */
public final class IsBlockedCondition extends AbstractIssueWebCondition {

    private final OpenBlockers blockers;

    public IsBlockedCondition(OpenBlockers blockers) {
        this.blockers = blockers;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return !blockers.of(issue, user).isEmpty();
    }
}
