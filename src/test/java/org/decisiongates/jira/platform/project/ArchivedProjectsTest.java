package org.decisiongates.jira.platform.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import org.junit.Test;

public class ArchivedProjectsTest {

    private final ProjectManager jira = mock(ProjectManager.class);
    private final ArchivedProjects archived = new ArchivedProjects(jira);

    @Test
    public void tellsWhatJiraTells() {
        List<Project> old = List.of(mock(Project.class));
        when(jira.getArchivedProjects()).thenReturn(old);

        assertEquals(Optional.of(old), archived.all());
    }

    @Test
    public void knowsNothingWhereJiraDoesNotTell() {
        when(jira.getArchivedProjects()).thenReturn(null);
        assertEquals(Optional.empty(), archived.all());

        when(jira.getArchivedProjects()).thenThrow(new UnsupportedOperationException());
        assertEquals(Optional.empty(), archived.all());
    }
}
