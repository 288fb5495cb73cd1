package org.decisiongates.jira.policy;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Whether anybody active is in a group, or has a role in a project. Jira gives members all at once or not at all, so this node remembers
 * one active person of each, and has all members read only when that person has left, or nobody was found before.
 */
@JiraComponent
class ActiveMembers {

    private static final int MOST_REMEMBERED = 1_000;

    private final GroupManager groups;
    private final ProjectRoleManager roles;
    private final UserManager users;
    /** Key of one person of each. */
    private final Cache<String, String> remembered = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run).build();

    ActiveMembers(GroupManager groups, ProjectRoleManager roles, UserManager users) {
        this.groups = groups;
        this.roles = roles;
        this.users = users;
    }

    boolean isAnybodyIn(Group group) {
        return isAnybody("group " + group.getName(), user -> groups.isUserInGroup(user, group.getName()),
                () -> groups.getUsersInGroup(group));
    }

    boolean hasAnybody(ProjectRole role, Project project) {
        return isAnybody("role " + role.getId() + " " + project.getId(), user -> roles.isUserInProjectRole(user, role, project),
                () -> roles.getProjectRoleActors(role, project).getApplicationUsers());
    }

    private boolean isAnybody(String name, Predicate<ApplicationUser> belongs, Supplier<? extends Collection<ApplicationUser>> all) {
        ApplicationUser known = Optional.ofNullable(remembered.getIfPresent(name)).map(users::getUserByKey).orElse(null);
        if (known != null && known.isActive() && belongs.test(known)) {
            return true;
        }
        Optional<ApplicationUser> found = all.get().stream().filter(ApplicationUser::isActive).findFirst();
        found.ifPresentOrElse(user -> remembered.put(name, user.getKey()), () -> remembered.invalidate(name));
        return found.isPresent();
    }
}
