package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleActors;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Test;

public class JiraApproverDirectoryTest {

    private final GroupManager groups = mock(GroupManager.class);
    private final ProjectRoleManager roles = mock(ProjectRoleManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final UserManager users = mock(UserManager.class);
    private final JiraApproverDirectory directory = new JiraApproverDirectory(groups, roles, projects, users);

    @Test
    public void givesActiveMembersTheSameEachTime() {
        Group group = mock(Group.class);
        when(groups.getGroup("qa")).thenReturn(group);
        List<ApplicationUser> members = List.of(user("cleo", true), user("ann", true), user("gone", false), user("ben", true));
        when(groups.getUsersInGroup(group)).thenReturn(members);
        assertEquals(Set.of("ann", "ben", "cleo"), directory.membersOfGroup("qa", 10));
        assertEquals(Set.of("ann", "ben"), directory.membersOfGroup("qa", 2));
        assertEquals("a group that is gone", Set.of(), directory.membersOfGroup("no", 10));
    }

    @Test
    public void givesThoseWhoHaveARoleInAProject() {
        ProjectRole role = mock(ProjectRole.class);
        Project project = mock(Project.class);
        ProjectRoleActors actors = mock(ProjectRoleActors.class);
        Set<ApplicationUser> members = Set.of(user("ann", true));
        when(roles.getProjectRole(10100L)).thenReturn(role);
        when(projects.getProjectObj(10000L)).thenReturn(project);
        when(roles.getProjectRoleActors(role, project)).thenReturn(actors);
        when(actors.getApplicationUsers()).thenReturn(members);
        assertEquals(Set.of("ann"), directory.membersOfRole("10100", 10000, 10));
        assertEquals(Set.of(), directory.membersOfRole("10101", 10000, 10));
        assertEquals(Set.of(), directory.membersOfRole("10100", 10001, 10));
        assertEquals(Set.of(), directory.membersOfRole("no number", 10000, 10));
    }

    @Test
    public void knowsWhoIsInAGroupAndHasARole() {
        ApplicationUser ann = user("ann", true);
        ProjectRole role = mock(ProjectRole.class);
        Project project = mock(Project.class);
        Group group = mock(Group.class);
        when(users.getUserByKey("ann")).thenReturn(ann);
        when(groups.getGroup("qa")).thenReturn(group);
        when(groups.isUserInGroup(ann, "qa")).thenReturn(true);
        when(groups.isUserInGroup(ann, "gone")).thenReturn(true);
        when(roles.getProjectRole(10100L)).thenReturn(role);
        when(projects.getProjectObj(10000L)).thenReturn(project);
        when(roles.isUserInProjectRole(ann, role, project)).thenReturn(true);
        assertEquals(List.of(true, false, false),
                List.of(directory.isInGroup("ann", "qa"), directory.isInGroup("ann", "gone"), directory.isInGroup("ben", "qa")));
        assertEquals(List.of(true, false, false, false), List.of(directory.isInRole("ann", "10100", 10000),
                directory.isInRole("ann", "10100", 10001), directory.isInRole("ann", "no number", 10000),
                directory.isInRole("ben", "10100", 10000)));
    }

    private static ApplicationUser user(String key, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        when(user.isActive()).thenReturn(active);
        return user;
    }
}
