package org.decisiongates.jira.review;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/** Whether the viewer may open a feedback thread on the issue on the page. Asked for every issue anybody looks at. */
public final class MayOpenThreadCondition extends AbstractIssueWebCondition {

    private final OwnIssueTypes types;
    private final PermissionManager permissions;

    public MayOpenThreadCondition(OwnIssueTypes types, PermissionManager permissions) {
        this.types = types;
        this.permissions = permissions;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return user != null && types.of(issue).isPresent() && permissions.hasPermission(ProjectPermissions.ADD_COMMENTS, issue, user);
    }
}
