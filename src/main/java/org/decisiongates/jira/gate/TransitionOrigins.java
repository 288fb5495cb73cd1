package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/** Finds from which phases a transition of a workflow leads. */
@JiraComponent
class TransitionOrigins {

    private static final String STATUS = "jira.status.id";

    private final OwnIssueTypes types;

    TransitionOrigins(OwnIssueTypes types) {
        this.types = types;
    }

    /** Names of the phases; empty when the transition can be made from a status that is not the app's, or from any. */
    Optional<Set<String>> of(ActionDescriptor action) {
        Optional<WorkflowDescriptor> workflow = workflowOf(action);
        if (workflow.isEmpty() || has(workflow.get().getGlobalActions(), action)) {
            return Optional.empty();
        }
        Set<String> phases = new TreeSet<>();
        for (Object each : workflow.get().getSteps()) {
            StepDescriptor step = (StepDescriptor) each;
            if (has(step.getActions(), action)) {
                Set<String> own = phases(String.valueOf(step.getMetaAttributes().get(STATUS)));
                if (own.isEmpty()) {
                    return Optional.empty();
                }
                phases.addAll(own);
            }
        }
        return Optional.of(phases).filter(found -> !found.isEmpty());
    }

    /** One status can be a phase of each type. */
    private Set<String> phases(String statusId) {
        Set<String> phases = new TreeSet<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            types.statusOf(type, statusId).ifPresent(status -> phases.add(status.phase()));
        }
        return phases;
    }

    private static Optional<WorkflowDescriptor> workflowOf(ActionDescriptor action) {
        AbstractDescriptor parent = action.getParent();
        while (parent != null && !(parent instanceof WorkflowDescriptor)) {
            parent = parent.getParent();
        }
        return Optional.ofNullable((WorkflowDescriptor) parent);
    }

    private static boolean has(List<?> actions, ActionDescriptor action) {
        return actions.stream().anyMatch(other -> ((ActionDescriptor) other).getId() == action.getId());
    }
}
