package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.setup.GateValidators;
import org.decisiongates.jira.setup.Setup;
import org.decisiongates.jira.setup.WorkflowEditor;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.text.Message;

public class WorkflowGatesTest {

    private static final PolicyReference DECIDED = new PolicyReference("decision", "decided");
    private static final PolicyReference LIVE = new PolicyReference("decision", "live");
    private static final String TEXTS = "decision-gates.jira.project.gates.";

    private final Map<String, Object> stored = new HashMap<>();
    /** What there is in each workflow: whether the app or somebody by hand put it there. */
    private final Map<WorkflowDescriptor, Set<String>> inWorkflows = new HashMap<>();
    private final WorkflowGateSurvey survey = mock(WorkflowGateSurvey.class);
    private final WorkflowManager workflows = mock(WorkflowManager.class);
    private final WorkflowEditor editor = mock(WorkflowEditor.class);
    private final GateValidators validators = mock(GateValidators.class);
    private final ClusterLock lock = mock(ClusterLock.class);
    private final Project shop = mock(Project.class);
    private final JiraWorkflow tasks = workflow("Tasks of SHOP");
    private final PluginSettingsFactory settings = settings();
    private final AddedGates added = new AddedGates(settings);
    private WorkflowGates gates;

    @Before
    public void aProjectWhoseWorkflowLacksTwoGates() {
        when(shop.getId()).thenReturn(7L);
        when(shop.getKey()).thenReturn("SHOP");
        JiraWorkflow another = workflow("classic");
        when(workflows.getWorkflows()).thenReturn(List.of(another, tasks));
        ClusterLockService locks = mock(ClusterLockService.class);
        when(locks.getLockForName(anyString())).thenReturn(lock);
        when(lock.tryLock()).thenReturn(true);
        when(validators.has(any(), anyInt(), any()))
                .thenAnswer(call -> inWorkflows.get(call.<WorkflowDescriptor>getArgument(0))
                        .contains(call.getArgument(1) + " " + call.getArgument(2)));
        doAnswer(call -> inWorkflows.get(call.<WorkflowDescriptor>getArgument(0)).add(call.getArgument(1) + " " + call.getArgument(2)))
                .when(validators).add(any(), anyInt(), any());
        doAnswer(call -> inWorkflows.get(call.<WorkflowDescriptor>getArgument(0)).remove(call.getArgument(1) + " " + call.getArgument(2)))
                .when(validators).remove(any(), anyInt(), any());
        publishes();
        when(survey.plan(shop)).thenReturn(new WorkflowGatesPlan(List.of(missing(11, DECIDED), missing(21, LIVE)), List.of(), List.of()));
        when(survey.others(any(), any(), any())).thenReturn(Optional.empty());
        gates = new WorkflowGates(mock(Setup.class), survey, added, IssueTypeFixture.typeMaps(settings), workflows, editor, validators,
                locks, mock(AuditLog.class));
    }

    @Test
    public void addsWhatWasLookedAtAndTakesItOutAgain() {
        apply();
        assertEquals(Set.of("11 " + DECIDED, "21 " + LIVE), inTasks());
        assertEquals(2, gates.list(shop).size());
        assertTrue(gates.isAdded(shop, OwnIssueType.DECISION));
        assertFalse(gates.isAdded(shop, OwnIssueType.BLOCKER));

        assertEquals(List.of(Message.of(TEXTS + "taken-out", 2, "Tasks of SHOP")), gates.takeOut(shop));

        assertEquals(Set.of(), inTasks());
        assertEquals(List.of(), gates.list(shop));
        assertFalse(added.isKeeping(7));
    }

    @Test
    public void addsNothingElseThanWhatWasLookedAt() {
        assertThrows(ProblemException.class, () -> gates.apply(shop, "something else"));
        assertEquals(Set.of(), inTasks());
        assertFalse(added.isKeeping(7));
    }

    /** As the page tells them to: Jira could not publish the workflow. */
    @Test
    public void leavesWhatSomebodyAddsByHandAfterItCouldNotAddIt() {
        doThrow(new IllegalStateException("Jira publishes nothing")).when(editor).change(any(), any());
        assertThrows(IllegalStateException.class, this::apply);
        assertFalse(added.isKeeping(7));
        publishes();
        byHand(11, DECIDED);

        assertEquals(List.of(), gates.list(shop));
        assertEquals(List.of(), gates.takeOut(shop));

        assertEquals(Set.of("11 " + DECIDED), inTasks());
    }

    @Test
    public void keepsOnRecordWhatWasPublishedBeforeSomethingElseFailed() {
        doAnswer(call -> {
            call.<Consumer<WorkflowDescriptor>>getArgument(1).accept(call.<JiraWorkflow>getArgument(0).getDescriptor());
            throw new IllegalStateException("the draft could not be deleted");
        }).when(editor).change(any(), any());
        assertThrows(IllegalStateException.class, this::apply);
        publishes();

        gates.takeOut(shop);

        assertEquals(Set.of(), inTasks());
    }

    /** Jira is stopped between recording and publishing. Whoever looks at the page sees that the gates are missing, and adds them. */
    @Test
    public void forgetsWhatWasRecordedAndNeverAddedBeforeSomebodyAddsItByHand() {
        added.add(7, List.of(new AddedGate("decision", 11, DECIDED, "Tasks of SHOP"), new AddedGate("decision", 5, LIVE, "Gone")));

        assertEquals(List.of(), gates.list(shop));
        byHand(11, DECIDED);

        assertEquals(List.of(), gates.takeOut(shop));
        assertEquals(Set.of("11 " + DECIDED), inTasks());
    }

    @Test
    public void forgetsNothingThatIsBeingAdded() {
        added.add(7, List.of(new AddedGate("decision", 11, DECIDED, "Tasks of SHOP")));
        when(lock.tryLock()).thenReturn(false);

        assertEquals(List.of(), gates.list(shop));

        assertTrue(added.isKeeping(7));
    }

    @Test
    public void takesNothingOutOfAWorkflowThatIsSomebodysByNow() {
        apply();
        when(survey.others(any(), any(), any())).thenReturn(Optional.of("PAY"));
        assertThrows(ProblemException.class, () -> gates.takeOut(shop));

        when(survey.others(any(), any(), any())).thenReturn(Optional.empty());
        when(tasks.hasDraftWorkflow()).thenReturn(true);
        assertThrows(ProblemException.class, () -> gates.takeOut(shop));

        assertEquals(2, inTasks().size());
        assertEquals(2, gates.list(shop).size());
    }

    @Test
    public void readsTheWorkflowsOfJiraOnceHoweverManyGatesThereAre() {
        gates.list(shop);
        verify(workflows, never()).getWorkflows();
        apply();
        clearInvocations(workflows);

        assertEquals(2, gates.list(shop).size());

        verify(workflows, times(1)).getWorkflows();
    }

    private void apply() {
        gates.apply(shop, gates.plan(shop).seen());
    }

    private void byHand(int transition, PolicyReference gate) {
        inTasks().add(transition + " " + gate);
    }

    private Set<String> inTasks() {
        return inWorkflows.get(tasks.getDescriptor());
    }

    private void publishes() {
        doAnswer(call -> {
            call.<Consumer<WorkflowDescriptor>>getArgument(1).accept(call.<JiraWorkflow>getArgument(0).getDescriptor());
            return null;
        }).when(editor).change(any(), any());
    }

    private static MissingGate missing(int transition, PolicyReference gate) {
        return new MissingGate(OwnIssueType.DECISION, "Task", "Tasks of SHOP", transition, "Go on", gate, "Decision", gate.gate());
    }

    private JiraWorkflow workflow(String name) {
        WorkflowDescriptor descriptor = new WorkflowDescriptor();
        inWorkflows.put(descriptor, new HashSet<>());
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getName()).thenReturn(name);
        when(workflow.getDescriptor()).thenReturn(descriptor);
        return workflow;
    }

    private PluginSettingsFactory settings() {
        PluginSettings all = mock(PluginSettings.class);
        when(all.get(any())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        when(all.put(any(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        when(all.remove(any())).thenAnswer(call -> stored.remove(call.<String>getArgument(0)));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(all);
        return factory;
    }
}
