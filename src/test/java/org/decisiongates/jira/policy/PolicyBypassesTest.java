package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.opensymphony.workflow.loader.ActionDescriptor;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.WaiverTerms;

public class PolicyBypassesTest {

    private static final PolicyGate GATE = new PolicyGate("review", "Review", Optional.of("IN_REVIEW"), Enforcement.ENFORCE,
            List.of(PolicyRule.of("has-owner")));
    private static final Policy POLICY = new Policy(new PolicyVersion("decision", 1), "Decisions", "decision", false, WaiverTerms.NONE,
            ApprovalTerms.NONE,
            Map.of(), List.of(GATE), List.of());
    private static final PolicyBypasses.Way WAY = new PolicyBypasses.Way("Kept", 11, "Jump", Set.of("3"), List.of());

    private final WorkflowManager workflows = mock(WorkflowManager.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final ProjectManager projects = mock(ProjectManager.class);

    /** The scheme of a project may name a workflow that somebody has deleted. */
    @Test
    public void leavesOutAProjectWhoseWorkflowIsGone() {
        JiraWorkflow kept = mock(JiraWorkflow.class);
        when(kept.getName()).thenReturn("Kept");
        Project without = project(1L);
        Project with = project(2L);
        when(projects.getProjectObjects()).thenReturn(List.of(without, with));
        when(workflows.getWorkflow(2L, "10001")).thenReturn(kept);
        when(types.idsIn(any(), any())).thenReturn(List.of("10001"));
        when(types.statusesOf(any(), any())).thenReturn(Set.of("3"));

        List<PolicyUsages.Usage> ways = new PolicyBypasses(workflows, types, projects).of(POLICY, GATE, List.of(WAY), PoliciesInForce.NONE);

        assertEquals(List.of("Jump"), ways.stream().map(PolicyUsages.Usage::name).toList());
    }

    @Test
    public void countsATransitionThatSeveralStepsShareOnce() {
        ActionDescriptor shared = transition(11);
        ActionDescriptor other = transition(21);
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getName()).thenReturn("Kept");
        when(workflow.isActive()).thenReturn(true);
        when(workflow.getAllActions()).thenReturn(List.of(shared, other, shared));
        when(workflows.getWorkflows()).thenReturn(List.of(workflow));

        assertEquals(List.of(11, 21),
                new PolicyBypasses(workflows, types, projects).ways().stream().map(PolicyBypasses.Way::transition).toList());
    }

    private static ActionDescriptor transition(int id) {
        ActionDescriptor action = mock(ActionDescriptor.class);
        when(action.getId()).thenReturn(id);
        when(action.getName()).thenReturn("Jump");
        return action;
    }

    private static Project project(long id) {
        IssueType type = mock(IssueType.class);
        when(type.getId()).thenReturn("10001");
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getIssueTypes()).thenReturn(List.of(type));
        return project;
    }
}
