package org.decisiongates.jira.project;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Test;
import org.mockito.InOrder;

import org.decisiongates.jira.platform.project.ProjectsWithSettings;
import org.decisiongates.jira.project.SetupPlanLine.Kind;

public class UndoListsTest {

    @Test
    public void notesTheProjectBeforeAnythingIsKeptOfIt() {
        ProjectsWithSettings known = mock(ProjectsWithSettings.class);
        PluginSettings all = mock(PluginSettings.class);
        PluginSettingsFactory settings = mock(PluginSettingsFactory.class);
        when(settings.createGlobalSettings()).thenReturn(all);
        Project shop = mock(Project.class);
        when(shop.getId()).thenReturn(10L);

        new UndoLists(settings, known).record(shop, UndoStep.toMake(Kind.WORKFLOW_SCHEME, "Shop: workflows"));

        InOrder inOrder = inOrder(known, all);
        inOrder.verify(known).add(10);
        inOrder.verify(all).put(anyString(), any());
    }
}
