package org.decisiongates.jira.audit;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;

/** Whether the project on the page is one that the user administers; its audit is for those alone. */
public final class MayAudit extends AbstractWebCondition {

    private final PermissionManager permissions;
    private final GlobalPermissionManager globalPermissions;

    public MayAudit(PermissionManager permissions, GlobalPermissionManager globalPermissions) {
        this.permissions = permissions;
        this.globalPermissions = globalPermissions;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
        Project project = helper.getProject();
        return project != null && user != null && (globalPermissions.hasPermission(GlobalPermissionKey.ADMINISTER, user)
                || permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, project, user));
    }
}
