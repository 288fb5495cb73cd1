package org.decisiongates.jira.admin;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.project.ProjectTypes;

public class ProjectTypesFormatterTest {

    private final ProjectTypes types = mock(ProjectTypes.class);
    private final FormPage form = mock(FormPage.class);
    private final Project project = mock(Project.class);
    private final ProjectTypesFormatter formatter = new ProjectTypesFormatter(types, Texts.english());

    @Before
    public void aProjectWithATaskThatIsUsed() {
        IssueType task = mock(IssueType.class);
        when(task.getId()).thenReturn("10002");
        when(task.getName()).thenReturn("Task");
        when(types.candidates(project)).thenReturn(List.of(task));
        when(form.parameter(anyString())).thenReturn("");
    }

    @Test
    public void saysWhichTypeIsChosenAndByWhom() {
        when(types.of(project)).thenReturn(new IssueTypeMap(Map.of(OwnIssueType.DECISION, "10002")));
        when(types.changed(project)).thenReturn(List.of("Last changed by Ann."));
        assertEquals(List.of("Task is used as Decision.", "Last changed by Ann."), formatter.view(form, project).state());
    }
}
