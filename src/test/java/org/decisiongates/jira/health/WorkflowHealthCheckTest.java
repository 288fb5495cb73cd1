package org.decisiongates.jira.health;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.Scope;

public class WorkflowHealthCheckTest {

    private static final String DECISION = "7";

    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final WorkflowsInUse inUse = mock(WorkflowsInUse.class);
    private final WorkflowHealthCheck check = new WorkflowHealthCheck(types, inUse);
    private final Project shop = project("SHOP");
    private final Project team = project("TEAM");

    @Before
    public void bothHaveDecisions() {
        when(types.idsIn(any(), any())).thenReturn(List.of());
        when(types.idsIn(eq(OwnIssueType.DECISION), any())).thenReturn(List.of(DECISION));
        when(types.phaseOf(eq(OwnIssueType.DECISION), any(), eq("1"))).thenReturn(Optional.of(OwnStatus.all().get(0)));
        when(types.phaseOf(eq(OwnIssueType.DECISION), any(), eq("2"))).thenReturn(Optional.empty());
        when(inUse.projects(Scope.GLOBAL)).thenReturn(List.of(shop, team));
    }

    @Test
    public void isWellWhileEveryStatusStandsForAPhase() {
        JiraWorkflow own = workflow("Decision workflow", status("1", "Renamed"));
        when(inUse.of(any(Project.class), any())).thenReturn(Optional.of(own));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesAStatusThatStandsForNoneOnceForItsWorkflow() {
        JiraWorkflow shared = workflow("Shared workflow", status("1", "Draft"), status("2", "Parked"));
        when(inUse.of(any(Project.class), any())).thenReturn(Optional.of(shared));
        assertEquals(List.of(HealthFinding.warning("workflows.unmapped-status", "Parked", "Shared workflow", "SHOP", "Decision", 1)),
                check.findings(Scope.GLOBAL).stream().map(WorkflowHealthCheckTest::withoutFix).toList());
    }

    @Test
    public void namesAProjectWhoseWorkflowIsGone() {
        JiraWorkflow own = workflow("Decision workflow", status("1", "Draft"));
        when(inUse.of(shop, DECISION)).thenReturn(Optional.of(own));
        when(inUse.of(team, DECISION)).thenReturn(Optional.empty());
        assertEquals(List.of(HealthFinding.error("workflows.gone", "TEAM", "Decision")), check.findings(Scope.GLOBAL));
    }

    private static HealthFinding withoutFix(HealthFinding finding) {
        return new HealthFinding(finding.key(), finding.severity(), finding.arguments(), Optional.empty(), Optional.empty());
    }

    private static Project project(String key) {
        IssueType decision = mock(IssueType.class);
        when(decision.getId()).thenReturn(DECISION);
        Project project = mock(Project.class);
        when(project.getKey()).thenReturn(key);
        when(project.getIssueTypes()).thenReturn(List.of(decision));
        return project;
    }

    private static JiraWorkflow workflow(String name, Status... statuses) {
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getName()).thenReturn(name);
        when(workflow.getLinkedStatusObjects()).thenReturn(Arrays.asList(statuses));
        return workflow;
    }

    private static Status status(String id, String name) {
        Status status = mock(Status.class);
        when(status.getId()).thenReturn(id);
        when(status.getName()).thenReturn(name);
        return status;
    }
}
