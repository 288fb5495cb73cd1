package org.decisiongates.jira.audit;

import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermission;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;

/**
 * Who may read the audit of a project: those to whom its permission scheme grants the app's own permission, and those who administer the
 * project or Jira. Never somebody who is not logged in, whatever a scheme grants: the audit names people
 * (docs/decisions/0096-let-a-permission-open-the-audit.md).
 */
@JiraComponent
public class AuditPermission {

    /** Of the module in the descriptor; stored in permission schemes. */
    static final String KEY = "decision-gates-view-audit";
    /** Public apps disagree on whether Jira names a permission by the key of its module or by the complete one; a Jira has only one. */
    private static final Set<String> KEYS = Set.of(KEY, "org.decisiongates.decision-gates:" + KEY);

    private final Access access;
    private final PermissionManager permissions;
    private final GlobalPermissionManager globalPermissions;

    public AuditPermission(Access access, PermissionManager permissions, GlobalPermissionManager globalPermissions) {
        this.access = access;
        this.permissions = permissions;
        this.globalPermissions = globalPermissions;
    }

    /** @param user null for nobody logged in */
    public boolean isHeld(Project project, ApplicationUser user) {
        return user != null && (isAdmin(user) || permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user)
                && (permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, project, user)
                        || own().filter(key -> permissions.hasPermission(key, project, user)).isPresent()));
    }

    /** The project whose audit the caller asks for; refuses a caller who may not read it. */
    public Project audited(String projectKey) {
        ApplicationUser caller = access.caller();
        Project project = caller != null && isAdmin(caller) ? access.existing(projectKey) : access.browsable(projectKey);
        if (!isHeld(project, caller)) {
            throw new ProblemException(403, "decision-gates.jira.audit.not-yours");
        }
        return project;
    }

    private boolean isAdmin(ApplicationUser user) {
        return globalPermissions.hasPermission(GlobalPermissionKey.ADMINISTER, user);
    }

    /** As Jira knows it; empty while its module is disabled. */
    private Optional<ProjectPermissionKey> own() {
        return permissions.getAllProjectPermissions().stream().filter(permission -> KEYS.contains(permission.getKey())).findFirst()
                .map(ProjectPermission::getProjectPermissionKey);
    }
}
