package org.decisiongates.jira.waiver;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

public class JiraGroupAndRoleMembershipTest {

    private final UserManager users = mock(UserManager.class);
    private final ProjectRoleManager roles = mock(ProjectRoleManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final ApplicationUser maya = mock(ApplicationUser.class);
    private final Project shop = mock(Project.class);
    private final JiraGroupAndRoleMembership membership = new JiraGroupAndRoleMembership(users, mock(GroupManager.class), roles, projects);

    @Before
    public void giveARole() {
        ProjectRole owners = mock(ProjectRole.class);
        when(maya.isActive()).thenReturn(true);
        when(users.getUserByKey("maya")).thenReturn(maya);
        when(roles.getProjectRole(10L)).thenReturn(owners);
        when(projects.getProjectObj(1L)).thenReturn(shop);
        when(roles.isUserInProjectRole(maya, owners, shop)).thenReturn(true);
    }

    @Test
    public void asksForTheOneProject() {
        assertTrue(membership.isInRole("maya", "10", 1));
        assertFalse("a project that is gone", membership.isInRole("maya", "10", 2));
        assertFalse("a role that is gone", membership.isInRole("maya", "11", 1));
        assertFalse("a user who is gone", membership.isInRole("noel", "10", 1));
        verify(projects, never()).getProjectObjects();
    }

    @Test
    public void letsNobodyBeInARoleWhoWasDeactivated() {
        when(maya.isActive()).thenReturn(false);
        assertFalse(membership.isInRole("maya", "10", 1));
    }
}
