package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.policy.PolicyReference;

public class GateValidatorsTest {

    private static final PolicyReference DECIDED = new PolicyReference("decision", "decided");
    private static final int DECIDE = 11;

    private final WorkflowSteps steps = mock(WorkflowSteps.class);
    private final GateValidators validators = new GateValidators(steps);
    private final WorkflowDescriptor workflow = new WorkflowDescriptor();
    private final ActionDescriptor decide = new ActionDescriptor();

    @Before
    @SuppressWarnings("unchecked")
    public void aWorkflowWithAValidatorOfSomebodyElse() {
        when(steps.validator(any())).thenAnswer(call -> validator(call.getArgument(0), Map.of()));
        decide.setId(DECIDE);
        decide.getValidators().add(new ValidatorDescriptor());
        workflow.getGlobalActions().add(decide);
    }

    @Test
    public void putsAGateBehindWhatIsThereAndTakesItAwayAgain() {
        assertFalse(validators.has(workflow, DECIDE, DECIDED));
        validators.add(workflow, DECIDE, DECIDED);
        assertTrue(validators.has(workflow, DECIDE, DECIDED));
        assertEquals(DECIDED.gate(), ((ValidatorDescriptor) decide.getValidators().get(1)).getArgs().get("gate.key"));

        validators.remove(workflow, DECIDE, DECIDED);

        assertFalse(validators.has(workflow, DECIDE, DECIDED));
        assertEquals("that of somebody else", 1, decide.getValidators().size());
    }

    @Test
    @SuppressWarnings("unchecked")
    public void leavesAGateThatSomebodyHasMadeTheirsOrThatIsAnother() {
        List<ValidatorDescriptor> others = List.of(validator(DECIDED, Map.of("gate.rules", "has-owner")),
                validator(new PolicyReference("decision", "live"), Map.of()));
        decide.getValidators().addAll(others);

        validators.remove(workflow, DECIDE, DECIDED);

        assertEquals(3, decide.getValidators().size());
    }

    /** Recorded, but Jira was stopped before the app added it. */
    @Test
    @SuppressWarnings("unchecked")
    public void leavesAnEqualGateThatSomebodyHasAddedByHand() {
        decide.getValidators().add(validator(DECIDED, Map.of()));
        assertFalse(validators.has(workflow, DECIDE, DECIDED));
        validators.add(workflow, DECIDE, DECIDED);

        validators.remove(workflow, DECIDE, DECIDED);

        assertEquals(2, decide.getValidators().size());
        assertEquals("theirs", validator(DECIDED, Map.of()).getArgs(), ((ValidatorDescriptor) decide.getValidators().get(1)).getArgs());
    }

    @SuppressWarnings("unchecked")
    private static ValidatorDescriptor validator(PolicyReference gate, Map<String, String> more) {
        ValidatorDescriptor validator = new ValidatorDescriptor();
        Map<String, String> arguments = new HashMap<>(Map.of("class.name", "org.decisiongates.jira.gate.GateValidator", "full.module.key",
                "org.decisiongates.decision-gatesgate-validator", "gate.policy", gate.policy(), "gate.key", gate.gate()));
        arguments.putAll(more);
        validator.getArgs().putAll(arguments);
        return validator;
    }
}
