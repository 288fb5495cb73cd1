package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenScheme;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.text.Message;

public class ScreensOfProjectTest {

    private static final int MANY = 100;

    private final IssueTypeScreenSchemeManager schemes = mock(IssueTypeScreenSchemeManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final Scheme screens = new ScreensOfProject(schemes, mock(FieldScreenSchemeManager.class), mock(ConstantsManager.class),
            projects,
            IssueTypeFixture.ownIssueTypes(mock(PluginSettingsFactory.class)));

    @Test
    public void looksAtAllProjectsOnce() {
        List<Project> all = IntStream.range(0, MANY).mapToObj(number -> project(number, scheme(number / 2, false))).toList();
        when(projects.getProjectObjects()).thenReturn(all);

        Function<Project, Optional<Message>> obstacles = screens.obstacles();
        List<Optional<Message>> remarks = all.stream().map(obstacles).toList();

        assertEquals(Optional.of(Message.of("decision-gates.jira.project.shared-scheme", "scheme 0", "P1")), remarks.get(0));
        assertEquals(Optional.of(Message.of("decision-gates.jira.project.shared-scheme", "scheme 49", "P98")), remarks.get(99));
        verify(projects, times(1)).getProjectObjects();
        verify(schemes, atMost(2 * MANY)).getIssueTypeScreenScheme(any());
    }

    @Test
    public void looksAtNoOtherProjectForADefaultScheme() {
        Project shop = project(1, scheme(1, true));

        assertEquals(Optional.empty(), screens.obstacles().apply(shop));
        verify(projects, never()).getProjectObjects();
    }

    @Test
    public void letsAProjectsOwnSchemeBeExtended() {
        Project shop = project(1, scheme(1, false));
        List<Project> all = List.of(shop, project(2, scheme(2, false)));
        when(projects.getProjectObjects()).thenReturn(all);

        assertEquals(Optional.empty(), screens.obstacles().apply(shop));
    }

    private Project project(long id, IssueTypeScreenScheme scheme) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn("P" + id);
        when(schemes.getIssueTypeScreenScheme(project)).thenReturn(scheme);
        return project;
    }

    private static IssueTypeScreenScheme scheme(long id, boolean isDefault) {
        IssueTypeScreenScheme scheme = mock(IssueTypeScreenScheme.class);
        when(scheme.getId()).thenReturn(id);
        when(scheme.getName()).thenReturn("scheme " + id);
        when(scheme.isDefault()).thenReturn(isDefault);
        return scheme;
    }
}
