package com.atlassian.jira.security;

import java.util.Collection;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermission;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;

public interface PermissionManager {
    Collection<ProjectPermission> getAllProjectPermissions();

    boolean hasPermission(ProjectPermissionKey key, Issue issue, ApplicationUser user);

    boolean hasPermission(ProjectPermissionKey key, Project project, ApplicationUser user);
}
