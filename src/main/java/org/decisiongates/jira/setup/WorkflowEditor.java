package org.decisiongates.jira.setup;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserUtil;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

/** Changes workflows as Jira's own editor does. */
@JiraComponent
public class WorkflowEditor {

    private final WorkflowManager workflows;
    private final JiraAuthenticationContext authentication;
    private final UserUtil users;

    WorkflowEditor(WorkflowManager workflows, JiraAuthenticationContext authentication, UserUtil users) {
        this.workflows = workflows;
        this.authentication = authentication;
        this.users = users;
    }

    /**
     * Changes a workflow, an active one through a draft that is published. It must have none, since a draft is somebody's work. One of ours
     * that cannot be published is deleted again.
     */
    public void change(JiraWorkflow workflow, Consumer<WorkflowDescriptor> change) {
        ApplicationUser author = author();
        if (!workflow.isActive()) {
            JiraWorkflow copy = workflows.getWorkflowClone(workflow.getName());
            change.accept(copy.getDescriptor());
            workflows.updateWorkflow(author, copy);
            return;
        }
        JiraWorkflow draft = workflows.createDraftWorkflow(author, workflow.getName());
        boolean isPublished = false;
        try {
            change.accept(draft.getDescriptor());
            workflows.updateWorkflow(author, draft);
            workflows.overwriteActiveWorkflow(author, workflow.getName());
            isPublished = true;
        } finally {
            if (!isPublished) {
                workflows.deleteDraftWorkflow(workflow.getName());
            }
        }
    }

    /** Jira wants a user who changes a workflow, and nobody is logged in when the app starts. */
    ApplicationUser author() {
        return Optional.ofNullable(authentication.getLoggedInUser()).or(() -> users.getJiraAdministrators().stream()
                .filter(ApplicationUser::isActive)
                .min(Comparator.comparing(ApplicationUser::getKey))).orElseThrow(() -> new IllegalStateException(
                        "Jira has no active administrator in whose name the workflow could be created; "
                                + "give somebody the global permission Administer Jira"));
    }

    /** Every transition by its id; of one that several steps share, every copy there is. */
    public static Map<Integer, List<ActionDescriptor>> transitions(WorkflowDescriptor workflow) {
        List<?> initial = workflow.getInitialActions();
        List<?> global = workflow.getGlobalActions();
        Map<?, ?> common = workflow.getCommonActions();
        List<?> steps = workflow.getSteps();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.of(initial.stream(), global.stream(), common.values().stream(),
                steps.stream().flatMap(step -> ((List<?>) ((StepDescriptor) step).getActions()).stream())).flatMap(all -> all)
                .filter(seen::add).map(ActionDescriptor.class::cast)
                .collect(Collectors.groupingBy(ActionDescriptor::getId, TreeMap::new, Collectors.toList()));
    }
}
