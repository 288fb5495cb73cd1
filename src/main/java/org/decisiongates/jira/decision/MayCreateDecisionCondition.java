package org.decisiongates.jira.decision;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.project.EnabledProjects;

/** Whether the viewer may create a Decision in the project of the issue on the page and link it. Asked for every issue anybody looks at. */
public final class MayCreateDecisionCondition extends AbstractIssueWebCondition {

    private final EnabledProjects projects;
    private final PermissionManager permissions;

    public MayCreateDecisionCondition(EnabledProjects projects, PermissionManager permissions) {
        this.projects = projects;
        this.permissions = permissions;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return user != null && projects.isOffering(issue.getProjectObject())
                && permissions.hasPermission(ProjectPermissions.LINK_ISSUES, issue.getProjectObject(), user)
                && permissions.hasPermission(ProjectPermissions.CREATE_ISSUES, issue.getProjectObject(), user);
    }
}
