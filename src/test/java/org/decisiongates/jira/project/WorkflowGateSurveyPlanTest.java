package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.project.ArchivedProjects;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.jira.policy.PolicyBypasses;
import org.decisiongates.jira.policy.PolicyUsages;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.text.Message;

public class WorkflowGateSurveyPlanTest {

    private static final String TEXTS = "decision-gates.jira.project.gates.";
    private static final PolicyGate DECIDED = gate("decided", "DECIDED");
    private static final Policy OWN = policy("decision", "decision", DECIDED);
    private static final Policy MORE = policy("a-second", "decision", gate("also-decided", "DECIDED"));
    private static final Policy BLOCKERS = policy("blocker", "blocker", gate("raised", "OPEN"));
    private static final PolicyBypasses.Way WAY = new PolicyBypasses.Way("Tasks", 11, "Decide", Set.of("3"), List.of());
    private static final PolicyBypasses.Way OTHER = new PolicyBypasses.Way("Classic", 11, "Decide", Set.of("3"), List.of());

    private final IssueTypeMaps maps = mock(IssueTypeMaps.class);
    private final WorkflowsInUse inUse = mock(WorkflowsInUse.class);
    private final ArchivedProjects archived = mock(ArchivedProjects.class);
    private final WorkflowSchemeManager schemes = mock(WorkflowSchemeManager.class);
    private final PolicyBypasses bypasses = mock(PolicyBypasses.class);
    private final Policies policies = mock(Policies.class);
    private final JiraWorkflow tasks = mock(JiraWorkflow.class);
    private final Project shop = project(7L, "SHOP");
    private final Project pay = project(8L, "PAY");
    private final WorkflowGateSurvey survey = new WorkflowGateSurvey(maps, inUse, archived, schemes, bypasses, policies);

    @Before
    public void aProjectWhoseTasksAreDecisions() {
        when(maps.of(7L)).thenReturn(new IssueTypeMap(Map.of(OwnIssueType.DECISION, "3", OwnIssueType.BLOCKER, "3")));
        when(inUse.of(shop, "3")).thenReturn(Optional.of(tasks));
        when(inUse.projects(Scope.GLOBAL)).thenReturn(List.of(shop, pay));
        when(archived.all()).thenReturn(Optional.of(List.of()));
        when(tasks.getName()).thenReturn("Tasks");
        when(schemes.getWorkflowName(shop, "3")).thenReturn("Tasks");
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(MORE, OWN, BLOCKERS), List.of()));
        when(bypasses.ways()).thenReturn(List.of(OTHER, WAY));
        for (Policy policy : List.of(OWN, MORE)) {
            String key = policy.gates().get(0).key();
            when(bypasses.of(eq(policy), any(), eq(List.of(WAY)), any()))
                    .thenReturn(List.of(new PolicyUsages.Usage(policy.key(), key, "Tasks", 11, "Decide", true)));
        }
        when(bypasses.of(eq(BLOCKERS), any(), any(), any())).thenReturn(List.of());
    }

    @Test
    public void addsTheGateOfTheAppsPolicyWhereSeveralGuardThePhase() {
        WorkflowGatesPlan plan = survey.plan(shop);

        assertEquals(List.of(new PolicyReference("decision", "decided")), plan.additions().stream().map(MissingGate::gate).toList());
        assertEquals(List.of(), plan.obstacles());
        assertEquals(List.of(), plan.steps());
    }

    @Test
    public void readsTheTransitionsOfJiraOnceAndNoneForAProjectWithoutIssueTypesOfItsOwn() {
        survey.plan(shop);
        verify(bypasses, times(1)).ways();

        when(maps.of(8L)).thenReturn(IssueTypeMap.NONE);
        assertEquals(List.of(), survey.plan(pay).additions());
        verify(bypasses, times(1)).ways();
    }

    @Test
    public void leavesAWorkflowOfOthersToThem() {
        when(schemes.getWorkflowName(pay, "3")).thenReturn("Tasks");
        assertLeft(Message.of(TEXTS + "shared", "Tasks", "PAY", "Task"));
    }

    @Test
    public void leavesAWorkflowWithADraftAndThoseOfJiraAlone() {
        when(tasks.hasDraftWorkflow()).thenReturn(true);
        assertLeft(WorkflowGateSurvey.draft(tasks).orElseThrow());
        when(tasks.isSystemWorkflow()).thenReturn(true);
        assertLeft(Message.of(TEXTS + "system", "Tasks"));
        verify(tasks, never()).getDescriptor();
    }

    private void assertLeft(Message why) {
        WorkflowGatesPlan plan = survey.plan(shop);
        assertEquals(List.of(), plan.additions());
        assertEquals(List.of(why), plan.obstacles());
        assertEquals(1, plan.steps().size());
    }

    private static PolicyGate gate(String key, String phase) {
        return new PolicyGate(key, key, Optional.of(phase), Enforcement.ENFORCE, List.of(PolicyRule.of("has-owner")));
    }

    private static Policy policy(String key, String type, PolicyGate gate) {
        return new Policy(new PolicyVersion(key, 1), key, type, false, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(), List.of(gate),
                List.of());
    }

    private static Project project(long id, String key) {
        IssueType task = mock(IssueType.class);
        when(task.getId()).thenReturn("3");
        when(task.getName()).thenReturn("Task");
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn(key);
        when(project.getIssueTypes()).thenReturn(List.of(task));
        return project;
    }
}
