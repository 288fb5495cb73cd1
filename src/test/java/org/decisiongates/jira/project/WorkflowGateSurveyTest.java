package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.project.ArchivedProjects;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.Scope;
import org.decisiongates.text.Message;

public class WorkflowGateSurveyTest {

    private static final String WORKFLOW = "Verdicts";

    private final WorkflowsInUse inUse = mock(WorkflowsInUse.class);
    private final ArchivedProjects archived = mock(ArchivedProjects.class);
    private final WorkflowSchemeManager schemes = mock(WorkflowSchemeManager.class);
    private final WorkflowGateSurvey survey = new WorkflowGateSurvey(null, inUse, archived, schemes, null, null);
    private final Project shop = project(1, "SHOP", WORKFLOW);

    @Before
    public void oneProject() {
        when(inUse.projects(Scope.GLOBAL)).thenReturn(List.of(shop));
        when(archived.all()).thenReturn(Optional.of(List.of()));
    }

    @Test
    public void findsNobodyElseWhereOneProjectHasTheWorkflow() {
        assertEquals(Optional.empty(), others());
    }

    @Test
    public void findsArchivedProjectsThatJiraDoesNotListAmongTheOthers() {
        Project old = project(2, "OLD", WORKFLOW);
        Project unlike = project(3, "UNLIKE", "Another one");
        when(archived.all()).thenReturn(Optional.of(List.of(old, unlike)));

        assertEquals(Optional.of("OLD"), others());
    }

    @Test
    public void namesAnArchivedProjectOnceThatJiraListsAmongTheOthersToo() {
        Project old = project(2, "OLD", WORKFLOW);
        when(inUse.projects(Scope.GLOBAL)).thenReturn(List.of(shop, old));
        when(archived.all()).thenReturn(Optional.of(List.of(old)));

        assertEquals(Optional.of("OLD"), others());
    }

    @Test
    public void leavesAWorkflowAloneWhereJiraDoesNotTellWhatIsArchived() {
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getName()).thenReturn(WORKFLOW);
        assertEquals(Optional.empty(), survey.unknown(workflow));

        when(archived.all()).thenReturn(Optional.empty());
        assertEquals(Optional.of(Message.of("decision-gates.jira.project.gates.archived-unknown", WORKFLOW)), survey.unknown(workflow));
    }

    private Optional<String> others() {
        return survey.others(shop, "10", WORKFLOW);
    }

    private Project project(long id, String key, String workflow) {
        IssueType type = mock(IssueType.class);
        when(type.getId()).thenReturn("10");
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn(key);
        when(project.getIssueTypes()).thenReturn(List.of(type));
        when(schemes.getWorkflowName(project, "10")).thenReturn(workflow);
        return project;
    }
}
