package org.decisiongates.jira.platform.rest;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.ProjectKey;

/** Decides what a caller may ask. A project the caller may not browse is answered as if it did not exist. */
@JiraComponent
public class Access {

    private final ProjectManager projects;
    private final PermissionManager permissions;
    private final GlobalPermissionManager globalPermissions;
    private final JiraAuthenticationContext authentication;

    public Access(ProjectManager projects, PermissionManager permissions, GlobalPermissionManager globalPermissions,
            JiraAuthenticationContext authentication) {
        this.projects = projects;
        this.permissions = permissions;
        this.globalPermissions = globalPermissions;
        this.authentication = authentication;
    }

    /** Who asks; null for nobody logged in. */
    public ApplicationUser caller() {
        return authentication.getLoggedInUser();
    }

    public Project browsable(String key) {
        Project project = find(key);
        if (project == null || !permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, caller())) {
            throw new ProblemException(404, "decision-gates.jira.rest.no-such-project", key);
        }
        return project;
    }

    /** The project when the caller administers it, or all of Jira. */
    public Project administered(String key) {
        boolean admin = isAdmin();
        Project project = admin ? existing(key) : browsable(key);
        if (!admin && !permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, project, caller())) {
            throw new ProblemException(403, "decision-gates.jira.rest.not-project-admin", key);
        }
        return project;
    }

    /** Whether the caller administers all of Jira. */
    public boolean isAdmin() {
        return globalPermissions.hasPermission(GlobalPermissionKey.ADMINISTER, caller());
    }

    public void requireAdmin() {
        if (!isAdmin()) {
            throw new ProblemException(403, "decision-gates.jira.rest.not-admin");
        }
    }

    /** Whether the caller is one of those who may see and do everything in Jira. */
    public boolean isSystemAdmin() {
        return globalPermissions.hasPermission(GlobalPermissionKey.SYSTEM_ADMIN, caller());
    }

    public void requireSystemAdmin() {
        if (!isSystemAdmin()) {
            throw new ProblemException(403, "decision-gates.jira.rest.not-system-admin");
        }
    }

    /** The project, whoever asks; for callers who were found to be administrators. */
    public Project existing(String key) {
        Project project = find(key);
        if (project == null) {
            throw new ProblemException(404, "decision-gates.jira.rest.no-such-project", key);
        }
        return project;
    }

    /** The project with this key now or in the past, in whatever case; null when there is none. */
    private Project find(String typed) {
        ProjectKey key = ProjectKey.of(typed == null ? "" : typed);
        if (key.isEmpty()) {
            throw new ProblemException(400, "decision-gates.jira.rest.no-project-given");
        }
        if (key.holdsUnseen()) {
            throw new ProblemException(400, "decision-gates.jira.rest.unseen-in-key", key.shown());
        }
        Project project = projects.getProjectByCurrentKey(key.text());
        return project == null ? projects.getProjectObjByKey(key.text()) : project;
    }
}
