package org.decisiongates.jira.admin;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.project.ProjectTypes;

public class ProjectTypesFormatterTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ProjectTypes types = mock(ProjectTypes.class);
    private final ProjectTime time = mock(ProjectTime.class);
    private final FormPage form = mock(FormPage.class);
    private final Project project = mock(Project.class);
    private final ProjectTypesFormatter formatter = new ProjectTypesFormatter(types, mock(UserManager.class), time, Texts.english());

    @Before
    public void aProjectWithATaskThatIsUsed() {
        IssueType task = mock(IssueType.class);
        when(task.getId()).thenReturn("10002");
        when(task.getName()).thenReturn("Task");
        when(types.candidates(project)).thenReturn(List.of(task));
        when(time.now()).thenReturn(NOON.atZone(ZoneOffset.UTC));
        when(form.parameter(anyString())).thenReturn("");
    }

    @Test
    public void saysWhoHasChosenAType() {
        usedBy("ann");
        assertEquals(List.of("Task is used as Decision (ann, 2026-11-22)."), formatter.view(form, project).state());
    }

    @Test
    public void namesNobodyAfterAnErasure() {
        usedBy("");
        assertEquals(List.of("Task is used as Decision (since 2026-11-22)."), formatter.view(form, project).state());
    }

    private void usedBy(String person) {
        when(types.of(project)).thenReturn(new IssueTypeMap(Map.of(OwnIssueType.DECISION, "10002"), person, NOON));
    }
}
