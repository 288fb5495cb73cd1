package org.decisiongates.jira.audit;

import com.atlassian.jira.plugin.webfragment.conditions.AbstractWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/** Whether the user may read the audit of the project on the page. */
public final class MayAudit extends AbstractWebCondition {

    private final AuditPermission permission;

    public MayAudit(AuditPermission permission) {
        this.permission = permission;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
        Project project = helper.getProject();
        return project != null && permission.isHeld(project, user);
    }
}
