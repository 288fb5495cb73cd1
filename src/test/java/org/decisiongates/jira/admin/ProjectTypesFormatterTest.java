package org.decisiongates.jira.admin;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
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
import org.decisiongates.jira.project.IssueTypeMapPlan;
import org.decisiongates.jira.project.ManualSetupStep;
import org.decisiongates.jira.project.MissingGate;
import org.decisiongates.jira.project.ProjectTypes;
import org.decisiongates.jira.project.WorkflowGates;
import org.decisiongates.jira.project.WorkflowGatesPlan;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.text.Message;

public class ProjectTypesFormatterTest {

    private final ProjectTypes types = mock(ProjectTypes.class);
    private final WorkflowGates gates = mock(WorkflowGates.class);
    private final FormPage form = mock(FormPage.class);
    private final Project project = mock(Project.class);
    private final ProjectTypesFormatter formatter = new ProjectTypesFormatter(types, gates, Texts.english());

    @Before
    public void aProjectWithATaskThatIsUsed() {
        IssueType task = mock(IssueType.class);
        when(task.getId()).thenReturn("10002");
        when(task.getName()).thenReturn("Task");
        when(types.candidates(project)).thenReturn(List.of(task));
        when(form.parameter(anyString())).thenReturn("");
        when(form.contextPath()).thenReturn("/jira");
        when(project.getKey()).thenReturn("SHOP");
        when(gates.plan(project)).thenReturn(new WorkflowGatesPlan(List.of(), List.of(), List.of()));
    }

    @Test
    public void saysWhichTypeIsChosenAndByWhom() {
        when(types.of(project)).thenReturn(new IssueTypeMap(Map.of(OwnIssueType.DECISION, "10002")));
        when(types.changed(project)).thenReturn(List.of("Last changed by Ann."));
        assertEquals(List.of("Decisions of this project are issues of the type Task.", "Last changed by Ann."),
                formatter.view(form, project, true).state());
    }

    @Test
    public void leadsToWhereEachThingIsDoneThatIsLeft() {
        when(types.of(project)).thenReturn(new IssueTypeMap(Map.of(OwnIssueType.DECISION, "10002")));
        Message step = Message.of("decision-gates.jira.project.types.gates-missing", 2);
        when(types.remaining(project)).thenReturn(List.of(new ManualSetupStep(ManualSetupStep.Kind.PHASES, step),
                new ManualSetupStep(ManualSetupStep.Kind.GATES, step), new ManualSetupStep(ManualSetupStep.Kind.SCREEN, step)));
        MissingGate gate = new MissingGate(OwnIssueType.DECISION, "Task", "A & B", 11, "Decide", new PolicyReference("decision", "decided"),
                "Decision", "Decided");
        when(gates.plan(project)).thenReturn(new WorkflowGatesPlan(List.of(), List.of(step), List.of(gate)));

        ProjectTypesView view = formatter.view(form, project, true);

        assertEquals(List.of("2 transitions lead into a phase without the gate of that phase, so nothing is refused there."),
                view.todo().stream().map(ManualSetupStepView::text).distinct().toList());
        assertEquals(List.of("/jira/plugins/servlet/decision-gates/phases?project=SHOP", "#decision-gates-start-gates"),
                view.todo().stream().flatMap(todo -> todo.links().stream()).map(LinkView::href).toList());
        ManualSetupStepView there = view.gates().get(0).steps().get(0);
        assertEquals("Workflow A & B, transition Decide (11), for issues of the type Task: the gate Decided of the policy Decision",
                there.text());
        assertEquals("/jira/secure/admin/workflows/ViewWorkflowSteps.jspa?workflowMode=live&workflowName=A+%26+B",
                there.links().get(0).href());
    }

    @Test
    public void saysNothingOfWhatWouldHappenWhereItCannot() {
        when(types.of(project)).thenReturn(IssueTypeMap.NONE);
        when(form.parameter("types")).thenReturn("preview");
        Message both = Message.of("decision-gates.jira.project.types.both", "Task");
        when(types.plan(any(), any())).thenReturn(new IssueTypeMapPlan(Map.of(), "", List.of(both), List.of(both), List.of(both)));

        IssueTypeMapPlanView plan = formatter.view(form, project, true).plans().get(0);

        assertEquals(List.of("The issue type Task cannot be both Decision and Blocker. Choose another one for one of them."),
                plan.obstacles());
        assertEquals(List.of(), plan.effects());
        assertEquals(List.of(), plan.remaining());
    }
}
