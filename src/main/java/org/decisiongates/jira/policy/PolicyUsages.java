package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.jira.gate.StoredGates;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.Scope;

/** Finds the transitions of workflows whose gate is one of a policy. Reads what Jira holds in memory, and no draft of a workflow. */
@JiraComponent
public class PolicyUsages {

    private final WorkflowManager workflows;
    private final WorkflowsInUse inUse;

    PolicyUsages(WorkflowManager workflows, WorkflowsInUse inUse) {
        this.workflows = workflows;
        this.inUse = inUse;
    }

    /**
     * A transition that names a policy.
     *
     * @param active whether any project uses the workflow
     */
    public record Usage(String policy, String gate, String workflow, int transition, String name, boolean active) {
    }

    /** Every usage of every policy in the workflows of {@code scope}, by workflow and transition. */
    List<Usage> in(Scope scope) {
        Predicate<String> ofScope = workflowsOf(scope);
        List<Usage> usages = new ArrayList<>();
        for (JiraWorkflow workflow : workflows.getWorkflows().stream().filter(one -> ofScope.test(one.getName())).toList()) {
            for (ActionDescriptor action : workflow.getAllActions()) {
                StoredGates.of(action).forEach(arguments -> add(usages, workflow, action, arguments));
            }
        }
        usages.sort(Comparator.comparing(Usage::workflow).thenComparing(Usage::transition));
        return usages;
    }

    /** Whether issues of {@code scope} have the workflow of a name. Who administers a project is shown no names of others. */
    Predicate<String> workflowsOf(Scope scope) {
        if (scope.isGlobal()) {
            return name -> true;
        }
        Set<String> names = inUse.of(scope).stream().map(JiraWorkflow::getName).collect(Collectors.toSet());
        return names::contains;
    }

    private static void add(List<Usage> usages, JiraWorkflow workflow, ActionDescriptor action, Map<?, ?> arguments) {
        GateArguments.reference(arguments).ifPresent(reference -> usages.add(new Usage(reference.policy(), reference.gate(),
                workflow.getName(), action.getId(), action.getName(), workflow.isActive())));
    }
}
