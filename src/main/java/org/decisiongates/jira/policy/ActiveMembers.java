package org.decisiongates.jira.policy;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * Who of a group, or of those with a role in a project, is active, as far as somebody needs to know. Jira gives members all at once or not
 * at all, so this node remembers as many as were wanted of each, and has all members read only when too few of these are left.
 */
@JiraComponent
class ActiveMembers {

    private static final int MOST_REMEMBERED = 1_000;

    private final GroupManager groups;
    private final ProjectRoleManager roles;
    private final UserManager users;
    /** Keys of some people of each. */
    private final Cache<String, Set<String>> remembered = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run)
            .build();

    ActiveMembers(GroupManager groups, ProjectRoleManager roles, UserManager users) {
        this.groups = groups;
        this.roles = roles;
        this.users = users;
    }

    boolean isAnybodyIn(Group group) {
        return !in(group, 1).isEmpty();
    }

    boolean hasAnybody(ProjectRole role, Project project) {
        return !having(role, project, 1).isEmpty();
    }

    /** User keys of active members of a group, as many as are wanted; all of them where there are fewer. */
    Set<String> in(Group group, int wanted) {
        return some("group " + group.getName(), wanted, user -> groups.isUserInGroup(user, group.getName()),
                () -> groups.getUsersInGroup(group));
    }

    /** User keys of active people with a role in a project, as many as are wanted; all of them where there are fewer. */
    Set<String> having(ProjectRole role, Project project, int wanted) {
        return some("role " + role.getId() + " " + project.getId(), wanted, user -> roles.isUserInProjectRole(user, role, project),
                () -> roles.getProjectRoleActors(role, project).getApplicationUsers());
    }

    private Set<String> some(String name, int wanted, Predicate<ApplicationUser> belongs,
            Supplier<? extends Collection<ApplicationUser>> all) {
        Set<String> known = Optional.ofNullable(remembered.getIfPresent(name)).orElse(Set.of());
        Set<String> left = keys(known.stream().map(users::getUserByKey).filter(Objects::nonNull).filter(belongs), wanted);
        if (left.size() >= wanted) {
            return left;
        }
        Set<String> found = keys(all.get().stream(), wanted);
        remembered.put(name, found);
        return found;
    }

    private static Set<String> keys(Stream<ApplicationUser> people, int most) {
        return people.filter(ApplicationUser::isActive).map(ApplicationUser::getKey).distinct().limit(most)
                .collect(Collectors.toUnmodifiableSet());
    }
}
