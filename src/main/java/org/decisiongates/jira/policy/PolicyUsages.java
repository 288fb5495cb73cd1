package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.jira.gate.StoredGates;

/** Finds the transitions of all workflows whose gate is one of a policy. Reads what Jira holds in memory, and no draft of a workflow. */
@JiraComponent
class PolicyUsages {

    private final WorkflowManager workflows;

    PolicyUsages(WorkflowManager workflows) {
        this.workflows = workflows;
    }

    /**
     * A transition that names a policy.
     *
     * @param active whether any project uses the workflow
     */
    record Usage(String policy, String gate, String workflow, int transition, String name, boolean active) {
    }

    /** Every usage of every policy, by workflow and transition. */
    List<Usage> all() {
        List<Usage> usages = new ArrayList<>();
        for (JiraWorkflow workflow : workflows.getWorkflows()) {
            for (ActionDescriptor action : workflow.getAllActions()) {
                StoredGates.of(action).forEach(arguments -> add(usages, workflow, action, arguments));
            }
        }
        usages.sort(Comparator.comparing(Usage::workflow).thenComparing(Usage::transition));
        return usages;
    }

    private static void add(List<Usage> usages, JiraWorkflow workflow, ActionDescriptor action, Map<?, ?> arguments) {
        GateArguments.reference(arguments).ifPresent(reference -> usages.add(new Usage(reference.policy(), reference.gate(),
                workflow.getName(), action.getId(), action.getName(), workflow.isActive())));
    }
}
