package org.decisiongates.jira.approval;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApproverDirectory;

/** Asks Jira who is in groups and project roles, which gives their members all at once. */
@JiraComponent
class JiraApproverDirectory implements ApproverDirectory {

    private final GroupManager groups;
    private final ProjectRoleManager roles;
    private final ProjectManager projects;
    private final UserManager users;

    JiraApproverDirectory(GroupManager groups, ProjectRoleManager roles, ProjectManager projects, UserManager users) {
        this.groups = groups;
        this.roles = roles;
        this.projects = projects;
        this.users = users;
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        ApplicationUser user = users.getUserByKey(userKey);
        return user != null && groups.getGroup(group) != null && groups.isUserInGroup(user, group);
    }

    @Override
    public boolean isInRole(String userKey, String roleId, long projectId) {
        ApplicationUser user = users.getUserByKey(userKey);
        ProjectRole role = role(roleId);
        Project project = projects.getProjectObj(projectId);
        return user != null && role != null && project != null && roles.isUserInProjectRole(user, role, project);
    }

    @Override
    public Set<String> membersOfGroup(String group, int limit) {
        Group found = groups.getGroup(group);
        return found == null ? Set.of() : active(groups.getUsersInGroup(found), limit);
    }

    @Override
    public Set<String> membersOfRole(String roleId, long projectId, int limit) {
        ProjectRole role = role(roleId);
        Project project = projects.getProjectObj(projectId);
        return role == null || project == null ? Set.of() : active(roles.getProjectRoleActors(role, project).getApplicationUsers(), limit);
    }

    private ProjectRole role(String id) {
        return id.matches("[0-9]{1,18}") ? roles.getProjectRole(Long.valueOf(id)) : null;
    }

    /** The same people each time, however many there are. */
    private static Set<String> active(Collection<ApplicationUser> members, int limit) {
        List<String> keys = members.stream().filter(ApplicationUser::isActive).map(ApplicationUser::getKey).sorted().limit(limit).toList();
        return new TreeSet<>(keys);
    }
}
