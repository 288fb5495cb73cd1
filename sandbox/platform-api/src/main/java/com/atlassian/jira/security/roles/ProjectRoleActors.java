package com.atlassian.jira.security.roles;

import java.util.Set;

import com.atlassian.jira.user.ApplicationUser;

public interface ProjectRoleActors {
    Set<ApplicationUser> getApplicationUsers();
}
