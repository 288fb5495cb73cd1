package org.decisiongates.jira.platform.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;

public class SettingChangesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Map<String, Object> stored = new HashMap<>();
    private final PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final ProjectsWithSettings known = mock(ProjectsWithSettings.class);
    private final SettingChanges changes = new SettingChanges(factory, known, authentication, mock(UserManager.class), projects,
            Moments.in(ZoneOffset.UTC), Clock.fixed(NOON, ZoneOffset.UTC), Texts.english());

    @Before
    public void setUp() {
        PluginSettings settings = mock(PluginSettings.class);
        when(factory.createGlobalSettings()).thenReturn(settings);
        when(settings.get(any())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        when(settings.put(any(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        when(settings.remove(any())).thenAnswer(call -> stored.remove(call.<String>getArgument(0)));
        List<Project> two = List.of(project(10L), project(11L));
        when(projects.getProjectObjects()).thenReturn(two);
    }

    @Test
    public void takesAPersonOutOfWhatThePersonChanged() {
        recordAs("gina", ProjectSetting.OWNER, 10);
        recordAs("gina", ProjectSetting.PHASE_MAP, 11);
        recordAs("ann", ProjectSetting.OWNER, 11);
        verify(known, times(2)).add(11);
        assertEquals(2, changes.count("gina"));
        assertEquals("no more than that", 1, changes.erase("gina", 1));
        assertEquals(1, changes.erase("gina", 5));
        assertEquals(0, changes.count("gina"));
        assertEquals(Optional.of(new SettingChange("", NOON)), changes.last(ProjectSetting.OWNER, 10));
        assertEquals(Optional.of(new SettingChange("ann", NOON)), changes.last(ProjectSetting.OWNER, 11));
    }

    @Test
    public void forgetsAProjectThatIsDeleted() {
        recordAs("gina", ProjectSetting.OWNER, 10);
        recordAs("gina", ProjectSetting.PHASE_MAP, 10);
        recordAs("ann", ProjectSetting.OWNER, 11);

        changes.deleted(10);

        assertEquals(false, changes.isKeeping(10));
        assertEquals(true, changes.isKeeping(11));
        assertEquals(1, stored.size());
        assertEquals(Optional.of(new SettingChange("ann", NOON)), changes.last(ProjectSetting.OWNER, 11));
    }

    private void recordAs(String key, ProjectSetting setting, long project) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        when(authentication.getLoggedInUser()).thenReturn(user);
        changes.record(setting, project);
    }

    private static Project project(Long id) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        return project;
    }
}
