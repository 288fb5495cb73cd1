package org.decisiongates.jira.platform.issuetype;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;

/** Whether the issue on the page is a Blocker. Asked for every issue anybody looks at, so it reads nothing from the database. */
public final class IsBlocker extends AbstractIssueWebCondition {

    private final OwnIssueTypes types;

    public IsBlocker(OwnIssueTypes types) {
        this.types = types;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return types.of(issue).filter(type -> type == OwnIssueType.BLOCKER).isPresent();
    }
}
