package com.atlassian.jira.security.roles;

import java.util.Collection;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

public interface ProjectRoleManager {
    Collection<ProjectRole> getProjectRoles();

    ProjectRole getProjectRole(Long id);

    ProjectRoleActors getProjectRoleActors(ProjectRole projectRole, Project project);

    boolean isUserInProjectRole(ApplicationUser user, ProjectRole projectRole, Project project);
}
