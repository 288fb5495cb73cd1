package org.decisiongates.jira.waiver;

import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.waiver.GroupAndRoleMembership;

/** Asks Jira for groups and roles. Somebody who was deactivated is in none. */
@JiraComponent
class JiraGroupAndRoleMembership implements GroupAndRoleMembership {

    private final UserManager users;
    private final GroupManager groups;
    private final ProjectRoleManager roles;
    private final ProjectManager projects;

    JiraGroupAndRoleMembership(UserManager users, GroupManager groups, ProjectRoleManager roles, ProjectManager projects) {
        this.users = users;
        this.groups = groups;
        this.roles = roles;
        this.projects = projects;
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        ApplicationUser user = users.getUserByKey(userKey);
        return user != null && user.isActive() && groups.getGroup(group) != null && groups.isUserInGroup(user, group);
    }

    @Override
    public boolean isInRole(String userKey, String roleId, long projectId) {
        ApplicationUser user = users.getUserByKey(userKey);
        ProjectRole role = role(roleId);
        Project project = projects.getProjectObj(projectId);
        return user != null && user.isActive() && role != null && project != null && roles.isUserInProjectRole(user, role, project);
    }

    @Override
    public Optional<String> roleName(String roleId) {
        return Optional.ofNullable(role(roleId)).map(ProjectRole::getName);
    }

    /** Null for one that is gone. */
    private ProjectRole role(String roleId) {
        return roleId.matches("[0-9]{1,18}") ? roles.getProjectRole(Long.valueOf(roleId)) : null;
    }
}
