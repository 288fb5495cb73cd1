package org.decisiongates.jira.platform.issuetype;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;

/** Whether the issue on the page is one of the app's. Asked for every issue anybody looks at, so it reads nothing from the database. */
public final class IsDecisionOrBlocker extends AbstractIssueWebCondition {

    private final OwnIssueTypes types;

    public IsDecisionOrBlocker(OwnIssueTypes types) {
        this.types = types;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return types.of(issue).isPresent();
    }
}
