package org.decisiongates.jira.blocker;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/** Whether the viewer may link the issue on the page, and there are Blockers. Asked for every issue anybody looks at. */
public final class MayRaiseBlocker extends AbstractIssueWebCondition {

    private final OwnIssueTypes types;
    private final PermissionManager permissions;

    public MayRaiseBlocker(OwnIssueTypes types, PermissionManager permissions) {
        this.types = types;
        this.permissions = permissions;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return user != null && types.idOf(OwnIssueType.BLOCKER).isPresent()
                && permissions.hasPermission(ProjectPermissions.LINK_ISSUES, issue.getProjectObject(), user);
    }
}
