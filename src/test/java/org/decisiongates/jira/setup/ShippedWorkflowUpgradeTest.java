package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ResultDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;

/** What becomes of the record where the workflow could not be changed, and somebody then changes it by hand. */
public class ShippedWorkflowUpgradeTest {

    private static final int REJECT = 91;

    private final Map<String, Object> stored = new HashMap<>();
    private final WorkflowSteps steps = mock(WorkflowSteps.class);
    private final WorkflowEditor editor = mock(WorkflowEditor.class);
    private final InstallationUpgradeRecord record = new InstallationUpgradeRecord(settings());
    private final ActionDescriptor reject = transition();
    private ShippedWorkflowUpgrade upgrade;

    @Before
    public void anEarlierVersionLacksAGate() {
        ScreenSteps screens = mock(ScreenSteps.class);
        when(screens.ids()).thenReturn(Set.of());
        ShippedPolicyUpgrade policies = mock(ShippedPolicyUpgrade.class);
        when(policies.isInForce(anyString())).thenReturn(true);
        WorkflowDescriptor there = workflow(reject);
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getName()).thenReturn("Decision workflow");
        when(workflow.getDescriptor()).thenReturn(there);
        when(steps.installed(OwnIssueType.DECISION)).thenReturn(Optional.of(workflow));
        when(steps.installed(OwnIssueType.BLOCKER)).thenReturn(Optional.empty());
        when(steps.shipped(any())).thenAnswer(call -> {
            ActionDescriptor shipped = transition();
            add(shipped);
            return workflow(shipped);
        });
        publishes();
        upgrade = new ShippedWorkflowUpgrade(screens, steps, editor, policies, record);
    }

    @Test
    public void addsTheGateAndTakesItBack() {
        upgrade.apply();
        assertEquals(1, reject.getValidators().size());
        assertEquals(1, upgrade.undoList().size());
        assertFalse(upgrade.hasAbsent());

        upgrade.takeBack();

        assertEquals(0, reject.getValidators().size());
        assertTrue(record.isEmpty());
    }

    @Test
    public void leavesWhatSomebodyAddsByHandAfterItCouldNotAddIt() {
        doThrow(new IllegalStateException("Jira publishes nothing")).when(editor).change(any(), any());
        assertThrows(IllegalStateException.class, upgrade::apply);
        assertTrue(record.isEmpty());
        publishes();
        add(reject);

        upgrade.takeBack();

        assertEquals(1, reject.getValidators().size());
    }

    /** Jira is stopped between recording and publishing. */
    @Test
    public void forgetsWhatWasRecordedAndNeverAddedBeforeSomebodyAddsItByHand() {
        record.add(OwnIssueType.DECISION,
                List.of(new WorkflowTransitionUpgrade(REJECT, WorkflowTransitionUpgrade.Kind.GATE, "decision/rejected", "")));
        assertTrue(upgrade.hasAbsent());
        upgrade.forgetAbsent();
        add(reject);

        assertEquals(List.of(), upgrade.undoList());
        upgrade.takeBack();

        assertEquals(1, reject.getValidators().size());
    }

    @Test
    public void leavesWhatSomebodyAddsByHandBeforeAnybodyOpensTheList() {
        record.add(OwnIssueType.DECISION,
                List.of(new WorkflowTransitionUpgrade(REJECT, WorkflowTransitionUpgrade.Kind.GATE, "decision/rejected", "")));
        add(reject);
        assertTrue(upgrade.hasAbsent());

        upgrade.takeBack();

        assertEquals(1, reject.getValidators().size());
        assertTrue(record.isEmpty());
    }

    private void publishes() {
        doAnswer(call -> {
            call.<Consumer<WorkflowDescriptor>>getArgument(1).accept(call.<JiraWorkflow>getArgument(0).getDescriptor());
            return null;
        }).when(editor).change(any(), any());
    }

    private static ActionDescriptor transition() {
        ActionDescriptor transition = new ActionDescriptor();
        transition.setId(REJECT);
        ResultDescriptor result = new ResultDescriptor();
        result.setStep(1);
        transition.setUnconditionalResult(result);
        return transition;
    }

    @SuppressWarnings("unchecked")
    private static void add(ActionDescriptor transition) {
        ValidatorDescriptor gate = new ValidatorDescriptor();
        gate.getArgs().putAll(
                Map.of("class.name", "org.decisiongates.jira.gate.GateValidator", "gate.policy", "decision", "gate.key", "rejected"));
        transition.getValidators().add(gate);
    }

    @SuppressWarnings("unchecked")
    private static WorkflowDescriptor workflow(ActionDescriptor transition) {
        WorkflowDescriptor workflow = new WorkflowDescriptor();
        workflow.getGlobalActions().add(transition);
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
