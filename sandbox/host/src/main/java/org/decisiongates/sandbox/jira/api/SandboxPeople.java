package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.bc.user.search.UserSearchParams;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermission;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleActors;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.jira.model.RoleRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Jira's services about people: who there is and what they may do. */
final class SandboxPeople {

    private SandboxPeople() {
    }

    /** {@code com.atlassian.jira.user.util.UserManager}. */
    record Users(SandboxJira jira) {

        public ApplicationUser getUserByKey(String key) {
            return jira.users().byKey(key).map(SandboxUser::new).orElse(null);
        }

        public ApplicationUser getUserByName(String username) {
            return jira.users().byName(username).map(SandboxUser::new).orElse(null);
        }
    }

    /** {@code com.atlassian.jira.bc.user.search.UserSearchService}. */
    record UserSearch(SandboxJira jira) {

        public List<ApplicationUser> findUsers(String query, UserSearchParams params) {
            return query.isBlank() ? List.of()
                    : jira.users().search(query, 0, Integer.MAX_VALUE).stream()
                            .filter(row -> row.active() ? params.includeActive() : params.includeInactive()).limit(params.maxResults())
                            .map(row -> (ApplicationUser) new SandboxUser(row)).toList();
        }
    }

    /** {@code com.atlassian.jira.user.util.UserUtil}. */
    record Administrators(SandboxJira jira) {

        public Collection<ApplicationUser> getJiraAdministrators() {
            return jira.users().all().stream().filter(row -> jira.permissions().isAdmin(row.key()))
                    .map(row -> (ApplicationUser) new SandboxUser(row)).toList();
        }
    }

    /** {@code com.atlassian.jira.security.GlobalPermissionManager}. */
    record GlobalPermissions(SandboxJira jira) {

        public boolean hasPermission(GlobalPermissionKey key, ApplicationUser user) {
            return switch (key.getKey()) {
                case "ADMINISTER" -> jira.permissions().isAdmin(SandboxUser.key(user));
                case "USER_PICKER" -> user != null;
                case "SYSTEM_ADMIN" -> jira.permissions().isSystemAdmin(SandboxUser.key(user));
                default -> throw new IllegalArgumentException("The sandbox knows no global permission " + key.getKey() + ".");
            };
        }
    }

    /** {@code com.atlassian.jira.security.groups.GroupManager}. */
    record Groups(SandboxJira jira) {

        public Group getGroup(String groupName) {
            return jira.users().allGroups().contains(groupName) ? () -> groupName : null;
        }

        public Collection<ApplicationUser> getUsersInGroup(Group group) {
            return jira.users().members(group.getName()).stream().map(row -> (ApplicationUser) new SandboxUser(row)).toList();
        }

        public boolean isUserInGroup(ApplicationUser user, String groupName) {
            return jira.users().groups(SandboxUser.key(user)).contains(groupName);
        }
    }

    /** {@code com.atlassian.jira.security.roles.ProjectRoleManager}. */
    record Roles(SandboxJira jira) {

        public Collection<ProjectRole> getProjectRoles() {
            return jira.roles().all().stream().map(row -> (ProjectRole) new Role(row)).toList();
        }

        public ProjectRole getProjectRole(Long id) {
            return jira.roles().byId(id).map(Role::new).orElse(null);
        }

        public ProjectRoleActors getProjectRoleActors(ProjectRole projectRole, Project project) {
            Set<ApplicationUser> members = jira.users().all().stream()
                    .filter(row -> jira.roles().has(row.key(), projectRole.getId(), project.getId())).map(SandboxUser::new)
                    .collect(Collectors.toSet());
            return () -> members;
        }

        public boolean isUserInProjectRole(ApplicationUser user, ProjectRole projectRole, Project project) {
            return jira.roles().has(SandboxUser.key(user), projectRole.getId(), project.getId());
        }

        private record Role(RoleRow row) implements ProjectRole {

            @Override
            public Long getId() {
                return row.id();
            }

            @Override
            public String getName() {
                return row.name();
            }
        }
    }

    /** {@code com.atlassian.jira.security.PermissionManager}. */
    record ProjectPermissions(SandboxJira jira, AppPermissions known) {

        public Collection<ProjectPermission> getAllProjectPermissions() {
            return known.all();
        }

        /** Grants are to groups here, so that the one issue says no more than its project does. */
        public boolean hasPermission(ProjectPermissionKey key, Issue issue, ApplicationUser user) {
            return hasPermission(key, issue.getProjectObject(), user)
                    && jira.issues().visible(SandboxUser.key(user), issue.getKey()).isPresent();
        }

        /** What Jira does with a key that it does not know is not known either. */
        public boolean hasPermission(ProjectPermissionKey key, Project project, ApplicationUser user) {
            if (known.all().stream().noneMatch(permission -> permission.getProjectPermissionKey().equals(key))) {
                throw new IllegalArgumentException("The sandbox knows no project permission " + key.permissionKey() + ".");
            }
            return jira.permissions().has(key.permissionKey(), project.getId(), SandboxUser.key(user));
        }
    }
}
