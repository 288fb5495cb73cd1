package org.decisiongates.jira.platform.search;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

public class IssueTypeJqlTest {

    private static final long SHOP = 1L;
    private static final long OPS = 2L;
    private static final long LAW = 3L;

    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final IssueTypeMaps maps = mock(IssueTypeMaps.class);
    private final IssueTypeManager issueTypes = mock(IssueTypeManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final ApplicationUser reader = mock(ApplicationUser.class);
    private final IssueTypeJql search = new IssueTypeJql(types, maps, issueTypes, projects, permissions);

    @Before
    public void threeProjects() {
        List<Project> all = List.of(project(OPS, "OPS"), project(SHOP, "SHOP"), project(LAW, "LAW"));
        when(projects.getProjectObjects()).thenReturn(all);
        when(types.idOf(OwnIssueType.DECISION)).thenReturn(Optional.of("100"));
        when(types.idOf(OwnIssueType.BLOCKER)).thenReturn(Optional.of("101"));
        when(maps.of(any())).thenReturn(IssueTypeMap.NONE);
    }

    @Test
    public void namesTheAppsTypesAloneWhereNoProjectUsesItsOwn() {
        assertEquals(Optional.of("issuetype in (100, 101)"), search.both(SHOP));
        assertEquals(Optional.of("issuetype = 100"), search.of(OwnIssueType.DECISION, reader));
    }

    @Test
    public void addsTheTypesOfEachProjectThatTheReaderMayBrowse() {
        uses(SHOP, Map.of(OwnIssueType.DECISION, "7", OwnIssueType.BLOCKER, "8"));
        uses(OPS, Map.of(OwnIssueType.DECISION, "9"));
        uses(LAW, Map.of(OwnIssueType.DECISION, "7"));
        when(maps.projects()).thenReturn(Set.of(SHOP, OPS, LAW));
        mayBrowse("SHOP", "OPS");

        assertEquals(Optional.of("issuetype in (100, 7, 101, 8)"), search.both(SHOP));
        assertEquals(Optional.of("issuetype in (100, 9)"), search.of(OwnIssueType.DECISION, OPS));
        assertEquals(Optional.of("(issuetype = 100 OR project = \"OPS\" AND issuetype = 9 OR project = \"SHOP\" AND issuetype = 7)"),
                search.of(OwnIssueType.DECISION, reader));
        assertEquals("nobody's search names a project that is hidden from them",
                Optional.of("issuetype = 101"), search.of(OwnIssueType.BLOCKER, mock(ApplicationUser.class)));
    }

    @Test
    public void leavesOutATypeThatWasDeleted() {
        when(maps.of(SHOP)).thenReturn(new IssueTypeMap(Map.of(OwnIssueType.DECISION, "gone")));
        when(maps.projects()).thenReturn(Set.of(SHOP));
        mayBrowse("SHOP");

        assertEquals(Optional.of("issuetype = 100"), search.of(OwnIssueType.DECISION, SHOP));
        assertEquals(Optional.of("issuetype = 100"), search.of(OwnIssueType.DECISION, reader));
    }

    private void uses(long project, Map<OwnIssueType, String> used) {
        when(maps.of(project)).thenReturn(new IssueTypeMap(used));
        IssueType there = mock(IssueType.class);
        used.values().forEach(id -> when(issueTypes.getIssueType(id)).thenReturn(there));
    }

    private void mayBrowse(String... keys) {
        projects.getProjectObjects().stream().filter(project -> List.of(keys).contains(project.getKey()))
                .forEach(project -> when(permissions.hasPermission(eq(ProjectPermissions.BROWSE_PROJECTS), eq(project), eq(reader)))
                        .thenReturn(true));
    }

    private static Project project(long id, String key) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn(key);
        return project;
    }
}
