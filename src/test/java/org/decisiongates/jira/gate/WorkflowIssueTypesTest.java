package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.workflow.AssignableWorkflowScheme;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

public class WorkflowIssueTypesTest {

    private static final String EDITED = "Decision workflow";

    private final List<Project> projects = new ArrayList<>();
    private final ProjectManager projectManager = mock(ProjectManager.class);
    private final WorkflowSchemeManager schemes = mock(WorkflowSchemeManager.class);
    private final OwnIssueTypes own = mock(OwnIssueTypes.class);
    private final RequestSource request = mock(RequestSource.class);
    private final WorkflowIssueTypes types = new WorkflowIssueTypes(projectManager, schemes, own, request);

    @Before
    public void edit() {
        when(projectManager.getProjectObjects()).thenReturn(projects);
        when(own.of(any(), eq("10100"))).thenReturn(Optional.of(OwnIssueType.DECISION));
        when(own.typeOf(any(), any())).thenCallRealMethod();
        when(request.workflow()).thenReturn(Optional.of(EDITED));
    }

    @Test
    public void findsTypesWithTheWorkflowInAnyProject() {
        project(scheme("jira", Map.of("10100", EDITED)), "10100", "1", "2");
        project(scheme(EDITED, Map.of("2", "Bug workflow")), "1", "2", "3");
        project(scheme("jira", Map.of("9", EDITED)), "1", "2");
        project(scheme("jira", Map.of("7", "Bug workflow")), "7");

        assertEquals("a type that is in no project with such a scheme is none", Set.of("decision", "1", "3"), types.ofEditedWorkflow());
    }

    @Test
    public void knowsOfNoProjectOfWhichJiraHasNoScheme() {
        project(null, "1");

        assertEquals(Set.of(), types.ofEditedWorkflow());
    }

    @Test
    public void asksOnceForEveryProjectHoweverManyTypesItHas() {
        for (int i = 0; i < 100; i++) {
            project(scheme("jira", Map.of("7", "Bug workflow")), "1", "2", "3", "4", "5", "6", "7");
        }

        assertEquals(Set.of(), types.ofEditedWorkflow());

        verify(schemes, times(100)).getWorkflowSchemeObj(any(Project.class));
        for (Project project : projects) {
            verify(project, never()).getIssueTypes();
        }
    }

    @Test
    public void asksNothingOnAPageThatNamesNoWorkflow() {
        project(scheme(EDITED, Map.of()), "1");
        when(request.workflow()).thenReturn(Optional.empty());

        assertEquals(Set.of(), types.ofEditedWorkflow());

        verify(projectManager, never()).getProjectObjects();
    }

    private void project(AssignableWorkflowScheme scheme, String... typeIds) {
        Project project = mock(Project.class);
        List<IssueType> all = new ArrayList<>();
        for (String id : typeIds) {
            IssueType type = mock(IssueType.class);
            when(type.getId()).thenReturn(id);
            all.add(type);
        }
        when(project.getIssueTypes()).thenReturn(all);
        when(schemes.getWorkflowSchemeObj(project)).thenReturn(scheme);
        projects.add(project);
    }

    /** As Jira tells of one: the default is a mapping of no type. */
    private static AssignableWorkflowScheme scheme(String byDefault, Map<String, String> mappings) {
        AssignableWorkflowScheme scheme = mock(AssignableWorkflowScheme.class);
        Map<String, String> all = new HashMap<>(mappings);
        all.put(null, byDefault);
        when(scheme.getMappings()).thenReturn(Collections.unmodifiableMap(all));
        when(scheme.getActualDefaultWorkflow()).thenReturn(byDefault);
        when(scheme.getActualWorkflow(any())).thenAnswer(call -> mappings.getOrDefault(call.<String>getArgument(0), byDefault));
        return scheme;
    }
}
