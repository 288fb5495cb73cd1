package org.decisiongates.jira.audit;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import org.junit.Test;

public class AuditPanelTest {

    private final AuditPage page = mock(AuditPage.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final Project shop = mock(Project.class);
    private final AuditPanel panel = new AuditPanel(page, projects);

    @Test
    public void showsTheProjectOfTheContext() throws Exception {
        when(projects.getProjectByCurrentKey("SHOP")).thenReturn(shop);
        when(page.html(eq(shop), any())).thenReturn("audit");

        assertEquals("audit", panel.getHtml(Map.of("projectKey", "SHOP")));
    }

    @Test
    public void saysSoWhenJiraNamesNoProjectAndWhenItFails() throws Exception {
        when(page.notice("decision-gates.jira.sidebar.unknown")).thenReturn("which project?");
        when(page.notice("decision-gates.jira.audit.failed")).thenReturn("failed");
        when(page.html(eq(shop), any())).thenThrow(new IllegalStateException("broken"));

        assertEquals("which project?", panel.getHtml(Map.of()));
        assertEquals("failed", panel.getHtml(Map.of("project", shop)));
    }
}
