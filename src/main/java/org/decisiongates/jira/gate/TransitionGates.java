package org.decisiongates.jira.gate;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.readiness.GatedTransition;

/** Finds the gates of transitions, for those who ask before a transition is made. Reads what Jira holds in memory. */
@JiraComponent
public class TransitionGates {

    private final WorkflowManager workflows;
    private final ParsedGates gates;

    TransitionGates(WorkflowManager workflows, ParsedGates gates) {
        this.workflows = workflows;
        this.gates = gates;
    }

    /** The gates of a transition that {@code issue} stands before. */
    public GatedTransition of(ActionDescriptor action, Issue issue) {
        return new GatedTransition(action.getId(), action.getName(), StoredGates.of(action).map(gates::of).toList());
    }

    /** Every transition with a gate of the workflow that {@code issue} is in, but for the one that creates. */
    public List<GatedTransition> ofWorkflow(Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        return workflow.getAllActions().stream().filter(action -> !workflow.isInitialAction(action)).map(action -> of(action, issue))
                .filter(transition -> !transition.gates().isEmpty()).toList();
    }

    /** Whether any transition of the workflow that {@code issue} is in has a gate. */
    public boolean isGated(Issue issue) {
        return workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId()).getAllActions().stream()
                .anyMatch(action -> StoredGates.of(action).findAny().isPresent());
    }
}
