package org.decisiongates.jira.setup;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.policy.PolicyReference;

/** Puts validators that name a gate of a policy, and nothing else, at transitions of a workflow, and takes them away. */
@JiraComponent
public class GateValidators {

    private static final Set<String> ARGUMENTS = Set.of("class.name", "full.module.key", WorkflowSteps.POLICY, WorkflowSteps.GATE);

    private final WorkflowSteps workflows;

    GateValidators(WorkflowSteps workflows) {
        this.workflows = workflows;
    }

    /** Puts one at every copy of the transition, behind the validators that are there. @param target can be changed */
    @SuppressWarnings("unchecked")
    public void add(WorkflowDescriptor target, int transition, PolicyReference gate) {
        WorkflowEditor.transitions(target).getOrDefault(transition, List.of())
                .forEach(action -> action.getValidators().add(AddedGateMark.put(workflows.validator(gate))));
    }

    /** Takes away one of each copy, as it was put there: a second one is somebody else's. @param target can be changed */
    public void remove(WorkflowDescriptor target, int transition, PolicyReference gate) {
        WorkflowEditor.transitions(target).getOrDefault(transition, List.of())
                .forEach(action -> remove(action.getValidators(), gate));
    }

    private static void remove(List<?> validators, PolicyReference gate) {
        for (int i = 0; i < validators.size(); i++) {
            if (isFor(gate, validators.get(i))) {
                validators.remove(i);
                return;
            }
        }
    }

    /** Whether the transition has one as it was put there. */
    public boolean has(WorkflowDescriptor workflow, int transition, PolicyReference gate) {
        return WorkflowEditor.transitions(workflow).getOrDefault(transition, List.of()).stream()
                .anyMatch(action -> isThere(action, gate));
    }

    private static boolean isThere(ActionDescriptor action, PolicyReference gate) {
        List<?> validators = action.getValidators();
        return validators.stream().anyMatch(validator -> isFor(gate, validator));
    }

    /** One that somebody has added by hand, or given rules or a message since, is theirs. */
    private static boolean isFor(PolicyReference gate, Object validator) {
        Map<String, String> arguments = ShippedWorkflowComparison.stripped(((ValidatorDescriptor) validator).getArgs());
        return AddedGateMark.isOn((ValidatorDescriptor) validator) && ARGUMENTS.equals(arguments.keySet())
                && gate.policy().equals(arguments.get(WorkflowSteps.POLICY))
                && gate.gate().equals(arguments.get(WorkflowSteps.GATE));
    }
}
