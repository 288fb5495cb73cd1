package org.decisiongates.jira.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;

import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PoliciesInForce;
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
        return new GatedTransition(action.getId(), action.getName(),
                StoredGates.of(action).map(arguments -> gates.of(arguments, issue)).toList());
    }

    /** Every transition with a gate of the workflow that {@code issue} is in, but for the one that creates. */
    public List<GatedTransition> ofWorkflow(Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        return workflow.getAllActions().stream().filter(action -> !workflow.isInitialAction(action)).map(action -> of(action, issue))
                .filter(transition -> !transition.gates().isEmpty()).toList();
    }

    /** The gates as they would be while other policies are in force. What workflows store is read anew: keep it for many issues. */
    public TransitionGates asIf(PoliciesInForce inForce) {
        return new TransitionGates(workflows, gates.asIf(inForce));
    }

    /** Every transition that leads on from where {@code issue} stands, whoever may make it; none where its workflow is broken. */
    public List<GatedTransition> from(Issue issue) {
        return actions(issue, workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId())).map(action -> of(action, issue))
                .toList();
    }

    /** Every transition by which {@code issue} would enter {@code status} from where it stands, whoever may make it. */
    public List<GatedTransition> into(String status, Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        return actions(issue, workflow).filter(action -> status.equals(statusBehind(action, workflow))).map(action -> of(action, issue))
                .toList();
    }

    /** Each once: a step of a workflow that was read again holds what it shares with other steps twice. */
    private static Stream<ActionDescriptor> actions(Issue issue, JiraWorkflow workflow) {
        StepDescriptor step = workflow.getLinkedStep(issue.getStatus());
        if (step == null) {
            return Stream.of();
        }
        List<?> own = step.getActions();
        List<?> global = workflow.getDescriptor().getGlobalActions();
        Map<Integer, ActionDescriptor> byId = new LinkedHashMap<>();
        Stream.concat(own.stream(), global.stream()).map(ActionDescriptor.class::cast)
                .forEach(action -> byId.putIfAbsent(action.getId(), action));
        return byId.values().stream();
    }

    /** Null where the transition leaves the issue where it is, and where the workflow is broken. */
    private static String statusBehind(ActionDescriptor action, JiraWorkflow workflow) {
        StepDescriptor target = workflow.getDescriptor().getStep(action.getUnconditionalResult().getStep());
        return target == null ? null : workflow.getLinkedStatusId(target);
    }

    /** What policies ask of an issue that is in a phase, {@code IN_REVIEW}, whatever transition brought it there; empty for nothing. */
    public Optional<Gate> ofPhase(String phase, Issue issue) {
        return gates.ofPhase(phase, issue);
    }

    /** Whether any transition of the workflow that {@code issue} is in has a gate. */
    public boolean isGated(Issue issue) {
        return workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId()).getAllActions().stream()
                .anyMatch(action -> StoredGates.of(action).findAny().isPresent());
    }
}
