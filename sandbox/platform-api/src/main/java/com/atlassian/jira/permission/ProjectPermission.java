package com.atlassian.jira.permission;

import com.atlassian.jira.security.plugin.ProjectPermissionKey;

public interface ProjectPermission {
    String getKey();

    ProjectPermissionKey getProjectPermissionKey();
}
