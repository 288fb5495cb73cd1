package org.decisiongates.jira.replay;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ResultDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.gate.TransitionScreens;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.replay.ReplayMoment;
import org.decisiongates.replay.ScreenFields;

/** What the workflow that an issue is in now tells of transitions of the past. Reads what Jira holds in memory. */
@JiraComponent
class WorkflowTransitions {

    private final WorkflowManager workflows;
    private final TransitionScreens screens;
    private final JiraFields fields;

    WorkflowTransitions(WorkflowManager workflows, TransitionScreens screens, JiraFields fields) {
        this.workflows = workflows;
        this.screens = screens;
        this.fields = fields;
    }

    /** Whether the transition with this id may have led into the status; one that the workflow no longer has may have led anywhere. */
    boolean mayLead(Issue issue, int action, String statusId) {
        JiraWorkflow workflow = workflowOf(issue);
        return actions(workflow).stream().filter(one -> one.getId() == action).findFirst()
                .map(found -> statusesBehind(found, workflow).contains(statusId)).orElse(true);
    }

    /** What the screen of the transition lets people edit; where several may have been made, what all of them agree on. */
    ScreenFields screenOf(Issue issue, ReplayMoment moment) {
        JiraWorkflow workflow = workflowOf(issue);
        List<ActionDescriptor> candidates = moment.action().isPresent()
                ? actions(workflow).stream().filter(action -> action.getId() == moment.action().getAsInt()).toList()
                : moment.entered().map(status -> actions(workflow).stream()
                        .filter(action -> statusesBehind(action, workflow).contains(status.id())
                                && startsAt(action, status.from(), workflow))
                        .toList()).orElse(List.of());
        List<Optional<FieldScreen>> shown = candidates.stream().map(screens::at).toList();
        return field -> placeOn(shown, field);
    }

    private ScreenFields.Place placeOn(List<Optional<FieldScreen>> shown, Field field) {
        String id = fields.idOf(field);
        Set<Boolean> answers = shown.stream().map(screen -> screen.filter(one -> one.containsField(id)).isPresent())
                .collect(Collectors.toSet());
        if (answers.size() != 1) {
            return ScreenFields.Place.UNKNOWN;
        }
        return answers.contains(true) ? ScreenFields.Place.ON : ScreenFields.Place.OFF;
    }

    private JiraWorkflow workflowOf(Issue issue) {
        return workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
    }

    private static Collection<ActionDescriptor> actions(JiraWorkflow workflow) {
        return workflow.getAllActions();
    }

    private static boolean startsAt(ActionDescriptor action, String statusId, JiraWorkflow workflow) {
        List<?> global = workflow.getDescriptor().getGlobalActions();
        List<?> steps = workflow.getDescriptor().getSteps();
        return global.contains(action) || steps.stream().map(StepDescriptor.class::cast)
                .anyMatch(step -> statusId.equals(workflow.getLinkedStatusId(step)) && step.getActions().contains(action));
    }

    private static Set<String> statusesBehind(ActionDescriptor action, JiraWorkflow workflow) {
        List<?> conditional = action.getConditionalResults();
        Set<String> statuses = new HashSet<>();
        Stream.concat(conditional.stream().map(ResultDescriptor.class::cast), Stream.ofNullable(action.getUnconditionalResult()))
                .flatMap(result -> Stream.ofNullable(workflow.getDescriptor().getStep(result.getStep())))
                .forEach((StepDescriptor step) -> statuses.add(String.valueOf(workflow.getLinkedStatusId(step))));
        return statuses;
    }
}
