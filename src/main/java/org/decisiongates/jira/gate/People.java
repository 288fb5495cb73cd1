package org.decisiongates.jira.gate;

import java.util.Optional;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.MissingReferenceException;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.Reference;

/** What rules may know of people: what they may do in a project, and which groups and roles they are in. */
@JiraComponent
class People {

    private final PermissionManager permissions;
    private final UserManager users;
    private final GroupManager groups;
    private final ProjectRoleManager roles;
    private final GlobalPermissionManager everywhere;

    People(PermissionManager permissions, UserManager users, GroupManager groups, ProjectRoleManager roles,
            GlobalPermissionManager everywhere) {
        this.permissions = permissions;
        this.users = users;
        this.groups = groups;
        this.roles = roles;
        this.everywhere = everywhere;
    }

    /** Whether somebody may browse users, and so learn who is in a group; of nobody logged in Jira decides as well. */
    boolean mayBrowseUsers(String userKey) {
        return everywhere.hasPermission(GlobalPermissionKey.USER_PICKER, users.getUserByKey(userKey));
    }

    Person person(ApplicationUser user, Project project) {
        boolean assignable = user.isActive() && permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, project, user);
        return new Person(user.getKey(), user.getDisplayName(), user.isActive(), assignable);
    }

    /** Empty for a user who is gone. */
    Optional<Person> withKey(String userKey, Project project) {
        return Optional.ofNullable(users.getUserByKey(userKey)).map(user -> person(user, project));
    }

    /** A user who is gone is in no group. */
    boolean isInGroup(String userKey, String group) {
        if (groups.getGroup(group) == null) {
            throw new MissingReferenceException(Reference.to(Reference.Kind.GROUP, group));
        }
        ApplicationUser user = users.getUserByKey(userKey);
        return user != null && groups.isUserInGroup(user, group);
    }

    /** A user who is gone has no role. */
    boolean isInRole(String userKey, String roleId, Project project) {
        ProjectRole role = role(roleId);
        if (role == null) {
            throw new MissingReferenceException(Reference.to(Reference.Kind.ROLE, roleId));
        }
        ApplicationUser user = users.getUserByKey(userKey);
        return user != null && roles.isUserInProjectRole(user, role, project);
    }

    /** Of an issue that is being created, whether they may see those of its project; its security level is not there yet. */
    boolean maySee(String userKey, Issue issue) {
        ApplicationUser user = users.getUserByKey(userKey);
        return user != null && user.isActive()
                && (issue.getId() == null ? permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue.getProjectObject(), user)
                        : permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user));
    }

    /** The name of a person, group or role; empty when there is none. */
    Optional<String> nameOf(Reference reference) {
        return switch (reference.kind()) {
            case PERSON -> Optional.ofNullable(users.getUserByKey(reference.id())).map(ApplicationUser::getDisplayName);
            case GROUP -> Optional.ofNullable(groups.getGroup(reference.id())).map(Group::getName);
            case ROLE -> Optional.ofNullable(role(reference.id())).map(ProjectRole::getName);
            default -> throw new IllegalArgumentException(reference.kind() + " has no people in it");
        };
    }

    private ProjectRole role(String id) {
        return id.matches("[0-9]{1,18}") ? roles.getProjectRole(Long.valueOf(id)) : null;
    }
}
