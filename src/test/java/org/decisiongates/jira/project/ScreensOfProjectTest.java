package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.endsWith;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenScheme;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.project.SetupPlanLine.Effect;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.Message;

public class ScreensOfProjectTest {

    private static final List<OwnIssueType> BOTH = List.of(OwnIssueType.values());

    private static final int MANY = 100;

    private final IssueTypeScreenSchemeManager schemes = mock(IssueTypeScreenSchemeManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final PluginSettingsFactory settings = mock(PluginSettingsFactory.class);
    private final Scheme screens = new ScreensOfProject(schemes, mock(FieldScreenSchemeManager.class), mock(ConstantsManager.class),
            projects,
            IssueTypeFixture.ownIssueTypes(settings));

    @Before
    public void everyThingHasAnId() {
        PluginSettings remembered = mock(PluginSettings.class);
        when(remembered.get(anyString())).thenReturn("1");
        when(remembered.get(endsWith("type-maps"))).thenReturn(null);
        when(settings.createGlobalSettings()).thenReturn(remembered);
    }

    @Test
    public void looksAtAllProjectsOnce() {
        List<Project> all = IntStream.range(0, MANY).mapToObj(number -> project(number, scheme(number / 2, false))).toList();
        when(projects.getProjectObjects()).thenReturn(all);
        BiFunction<Project, List<OwnIssueType>, SetupPlanLine> plan = screens.plans();

        List<SetupPlanLine> lines = all.stream().map(project -> plan.apply(project, BOTH)).toList();

        assertEquals(new SetupPlanLine(Kind.ISSUE_TYPE_SCREEN_SCHEME, "scheme 0", Effect.CHANGED, BOTH, List.of("P1"), 1,
                List.of(Message.of("decision-gates.jira.project.shared-scheme", "scheme 0", "P1"))), lines.get(0));
        assertEquals(List.of("P98"), lines.get(99).sharedWith());
        verify(projects, times(1)).getProjectObjects();
        verify(schemes, atMost(2 * MANY)).getIssueTypeScreenScheme(any());
    }

    @Test
    public void looksAtNoOtherProjectForADefaultScheme() {
        Project shop = project(1, scheme(1, true));

        assertEquals(SetupPlanLine.made(Kind.ISSUE_TYPE_SCREEN_SCHEME, "P1: screens with decisions and blockers", BOTH, List.of()),
                screens.plans().apply(shop, BOTH));
        verify(projects, never()).getProjectObjects();
    }

    @Test
    public void letsAProjectsOwnSchemeBeExtended() {
        Project shop = project(1, scheme(1, false));
        List<Project> all = List.of(shop, project(2, scheme(2, false)));
        when(projects.getProjectObjects()).thenReturn(all);

        assertEquals(new SetupPlanLine(Kind.ISSUE_TYPE_SCREEN_SCHEME, "scheme 1", Effect.CHANGED, BOTH, List.of(), 0, List.of()),
                screens.plans().apply(shop, BOTH));
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
