package org.decisiongates.jira.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermission;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;

public class AuditPermissionTest {

    private final Access access = mock(Access.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final GlobalPermissionManager global = mock(GlobalPermissionManager.class);
    private final Project shop = mock(Project.class);
    private final ApplicationUser user = mock(ApplicationUser.class);
    private final AuditPermission permission = new AuditPermission(access, permissions, global);

    @Before
    public void mayBrowse() {
        knows("BROWSE_PROJECTS", AuditPermission.KEY);
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, user)).thenReturn(true);
    }

    @Test
    public void isHeldByNobodyWhoOnlyBrowses() {
        assertFalse(permission.isHeld(shop, user));
    }

    @Test
    public void isHeldByThoseWhoAdministerTheProjectOrJira() {
        when(permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, shop, user)).thenReturn(true);
        assertTrue(permission.isHeld(shop, user));
        ApplicationUser admin = mock(ApplicationUser.class);
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, admin)).thenReturn(true);
        assertTrue("who may browse nothing", permission.isHeld(shop, admin));
    }

    @Test
    public void isHeldByThoseToWhomTheSchemeGrantsItWhicheverWayJiraNamesIt() {
        for (String key : List.of("decision-gates-view-audit", "org.decisiongates.decision-gates:decision-gates-view-audit")) {
            knows("BROWSE_PROJECTS", key);
            when(permissions.hasPermission(new ProjectPermissionKey(key), shop, user)).thenReturn(true);
            assertTrue(key, permission.isHeld(shop, user));
            when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, user)).thenReturn(false);
            assertFalse("a project that one may not browse does not exist", permission.isHeld(shop, user));
            when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, user)).thenReturn(true);
        }
    }

    @Test
    public void asksForNoPermissionThatJiraDoesNotKnow() {
        knows("BROWSE_PROJECTS", "somebody.elses:view-audit");
        when(permissions.hasPermission(new ProjectPermissionKey(AuditPermission.KEY), shop, user))
                .thenThrow(new IllegalArgumentException("no such permission"));
        assertFalse(permission.isHeld(shop, user));
    }

    @Test
    public void isNeverHeldByNobody() {
        when(permissions.hasPermission(new ProjectPermissionKey(AuditPermission.KEY), shop, null)).thenReturn(true);
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, null)).thenReturn(true);
        assertFalse(permission.isHeld(shop, null));
    }

    @Test
    public void refusesACallerWithoutIt() {
        when(access.caller()).thenReturn(user);
        when(access.browsable("SHOP")).thenReturn(shop);
        assertEquals(403, assertThrows(ProblemException.class, () -> permission.audited("SHOP")).status());
        when(permissions.hasPermission(new ProjectPermissionKey(AuditPermission.KEY), shop, user)).thenReturn(true);
        assertEquals(shop, permission.audited("SHOP"));
    }

    private void knows(String... keys) {
        List<ProjectPermission> all = List.of(keys).stream().map(AuditPermissionTest::named).toList();
        when(permissions.getAllProjectPermissions()).thenReturn(all);
    }

    private static ProjectPermission named(String key) {
        ProjectPermission permission = mock(ProjectPermission.class);
        when(permission.getKey()).thenReturn(key);
        when(permission.getProjectPermissionKey()).thenReturn(new ProjectPermissionKey(key));
        return permission;
    }
}
