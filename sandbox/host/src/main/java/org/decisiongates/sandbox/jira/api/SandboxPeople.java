package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Jira's services about people: users, groups and what they may do. */
final class SandboxPeople {

    private SandboxPeople() {
    }

    private record NamedGroup(String name) implements Group {

        @Override
        public String getName() {
            return name;
        }
    }

    private static Group group(SandboxJira jira, String name) {
        return jira.users().allGroups().contains(name) ? new NamedGroup(name) : null;
    }

    /** {@code com.atlassian.jira.user.util.UserManager}. */
    record Users(SandboxJira jira) {

        public ApplicationUser getUserByKey(String key) {
            return jira.users().byKey(key).map(SandboxUser::new).orElse(null);
        }

        public ApplicationUser getUserByName(String username) {
            return jira.users().byName(username).map(SandboxUser::new).orElse(null);
        }

        public Optional<ApplicationUser> getUserById(Long id) {
            return jira.users().byId(id).map(SandboxUser::new);
        }

        public Collection<Group> getGroups() {
            return jira.users().allGroups().stream().map(name -> (Group) new NamedGroup(name)).toList();
        }

        public Group getGroup(String name) {
            return group(jira, name);
        }
    }

    /** {@code com.atlassian.jira.user.util.UserUtil}. */
    record Administrators(SandboxJira jira) {

        public Collection<ApplicationUser> getJiraAdministrators() {
            return jira.users().all().stream().filter(row -> jira.permissions().isAdmin(row.key())).map(row -> (ApplicationUser) new SandboxUser(row)).toList();
        }
    }

    /** {@code com.atlassian.jira.security.groups.GroupManager}. */
    record Groups(SandboxJira jira) {

        public Group getGroup(String name) {
            return group(jira, name);
        }

        public boolean isUserInGroup(ApplicationUser user, String groupName) {
            return user != null && jira.users().groups(user.getKey()).contains(groupName);
        }

        public boolean isUserInGroup(ApplicationUser user, Group group) {
            return isUserInGroup(user, group.getName());
        }

        public Collection<String> getGroupNamesForUser(ApplicationUser user) {
            return jira.users().groups(SandboxUser.key(user));
        }

        public Collection<ApplicationUser> getUsersInGroup(String name) {
            return jira.users().members(name).stream().map(row -> (ApplicationUser) new SandboxUser(row)).toList();
        }

        public Collection<Group> getAllGroups() {
            return jira.users().allGroups().stream().map(name -> (Group) new NamedGroup(name)).toList();
        }

        public boolean groupExists(String name) {
            return jira.users().allGroups().contains(name);
        }
    }

    /** {@code com.atlassian.jira.security.GlobalPermissionManager}. */
    record GlobalPermissions(SandboxJira jira) {

        public boolean hasPermission(GlobalPermissionKey key, ApplicationUser user) {
            return switch (key.getKey()) {
                case "ADMINISTER" -> jira.permissions().isAdmin(SandboxUser.key(user));
                case "SYSTEM_ADMIN" -> jira.permissions().isSystemAdmin(SandboxUser.key(user));
                default -> throw new IllegalArgumentException("The sandbox knows no global permission " + key.getKey() + ".");
            };
        }
    }

    /** {@code com.atlassian.jira.security.PermissionManager}. */
    record ProjectPermissions(SandboxJira jira, JiraObjects objects) {

        public boolean hasPermission(ProjectPermissionKey key, Issue issue, ApplicationUser user) {
            Permission permission = permission(key);
            return (issue instanceof SandboxIssue known ? known.draft().stored() : Optional.<IssueRow>empty())
                    .map(row -> jira.issues().may(permission, row, SandboxUser.key(user)))
                    .orElseGet(() -> jira.permissions().has(permission, issue.getProjectId(), SandboxUser.key(user)));
        }

        public boolean hasPermission(ProjectPermissionKey key, Project project, ApplicationUser user) {
            return jira.permissions().has(permission(key), project.getId(), SandboxUser.key(user));
        }

        public Collection<Project> getProjects(ProjectPermissionKey key, ApplicationUser user) {
            List<Long> ids = jira.permissions().projects(permission(key), SandboxUser.key(user));
            return objects.projects(jira.projects().all().stream().filter(row -> ids.contains(row.id())).toList());
        }

        private static Permission permission(ProjectPermissionKey key) {
            return Permission.valueOf(key.permissionKey());
        }
    }
}
