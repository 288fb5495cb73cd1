package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;

import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.GatesAhead;
import org.decisiongates.readiness.WorkflowGraph;

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

    /** What gates ask of an issue like {@code issue} from where it stands to the end of its workflow, whoever makes the transitions. */
    public GatesAhead ahead(Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        Map<String, WorkflowGraph.Status> statuses = new LinkedHashMap<>();
        Map<Integer, GatedTransition> transitions = new HashMap<>();
        List<WorkflowGraph.Edge> edges = new ArrayList<>();
        List<StepDescriptor> steps = steps(workflow);
        steps.forEach(step -> {
            Status status = workflow.getLinkedStatus(step);
            statuses.put(status.getId(), new WorkflowGraph.Status(status.getId(), stageOf(status)));
        });
        steps.forEach(step -> actions(step, workflow).forEach(action -> {
            String target = statusBehind(action, workflow);
            if (statuses.containsKey(target)) {
                edges.add(new WorkflowGraph.Edge(workflow.getLinkedStatusId(step), target,
                        transitions.computeIfAbsent(action.getId(), id -> of(action, issue))));
            }
        }));
        return new WorkflowGraph(created(workflow), List.copyOf(statuses.values()), edges).ahead(issue.getStatusId());
    }

    /** Those with a status: a broken workflow can have others. */
    private static List<StepDescriptor> steps(JiraWorkflow workflow) {
        List<?> steps = workflow.getDescriptor().getSteps();
        return steps.stream().map(StepDescriptor.class::cast).filter(step -> workflow.getLinkedStatus(step) != null).toList();
    }

    private static String created(JiraWorkflow workflow) {
        ActionDescriptor creation = (ActionDescriptor) workflow.getDescriptor().getInitialActions().get(0);
        return Objects.requireNonNullElse(statusBehind(creation, workflow), "");
    }

    private static WorkflowGraph.Stage stageOf(Status status) {
        return switch (status.getStatusCategory().getKey()) {
            case "new" -> WorkflowGraph.Stage.TO_DO;
            case "done" -> WorkflowGraph.Stage.DONE;
            default -> WorkflowGraph.Stage.IN_PROGRESS;
        };
    }

    /** The gates as they would be while other policies are in force. What workflows store is read anew: keep it for many issues. */
    public TransitionGates asIf(PoliciesInForce inForce) {
        return new TransitionGates(workflows, gates.asIf(inForce));
    }

    /** Every transition that leads on from where {@code issue} stands, whoever may make it; none where its workflow is broken. */
    public List<GatedTransition> from(Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        return actions(workflow.getLinkedStep(issue.getStatus()), workflow).map(action -> of(action, issue)).toList();
    }

    /** Every transition by which {@code issue} would enter one of these statuses from where it stands, whoever may make it. */
    public List<GatedTransition> into(Set<String> statuses, Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        return actions(workflow.getLinkedStep(issue.getStatus()), workflow)
                .filter(action -> entersOne(statuses, statusBehind(action, workflow))).map(action -> of(action, issue)).toList();
    }

    private static boolean entersOne(Set<String> statuses, String behind) {
        return behind != null && statuses.contains(behind);
    }

    /** Each once: a step of a workflow that was read again holds what it shares with other steps twice. */
    private static Stream<ActionDescriptor> actions(StepDescriptor step, JiraWorkflow workflow) {
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

    /** Name of the workflow that {@code issue} is in. */
    public String workflowOf(Issue issue) {
        return workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId()).getName();
    }

    /** Whether any transition of the workflow that {@code issue} is in has a gate. */
    public boolean isGated(Issue issue) {
        return workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId()).getAllActions().stream()
                .anyMatch(action -> StoredGates.of(action).findAny().isPresent());
    }
}
