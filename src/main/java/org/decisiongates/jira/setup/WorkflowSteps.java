package org.decisiongates.jira.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserUtil;
import com.atlassian.jira.workflow.ConfigurableJiraWorkflow;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.jira.workflow.WorkflowUtil;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.FactoryException;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** The workflows, from XML files in which statuses and screens are named as set-up remembers them: {@code @status.draft@}. */
@JiraComponent
class WorkflowSteps {

    private static final Pattern PLACEHOLDER = Pattern.compile("@([a-z.-]+)@");
    /** Meta attribute by which our workflows are recognised, whatever their names. */
    private static final String MARK = "decision-gates";

    private final WorkflowManager workflows;
    private final JiraAuthenticationContext authentication;
    private final UserUtil users;
    private final SetupRegistry registry;

    WorkflowSteps(WorkflowManager workflows, JiraAuthenticationContext authentication, UserUtil users, SetupRegistry registry) {
        this.workflows = workflows;
        this.authentication = authentication;
        this.users = users;
        this.registry = registry;
    }

    List<SetupStep> all() {
        return Arrays.stream(OwnIssueType.values())
                .map(type -> new SetupStep(type.workflowThing(), workflows::workflowExists, () -> lookalikes(type), () -> make(type)))
                .toList();
    }

    private Set<String> lookalikes(OwnIssueType type) {
        return workflows.getWorkflows().stream()
                .filter(workflow -> UnusedNames.isVariant(workflow.getName(), name(type)) && isMarked(workflow, type))
                .map(JiraWorkflow::getName).collect(Collectors.toSet());
    }

    private static boolean isMarked(JiraWorkflow workflow, OwnIssueType type) {
        return type.key().equals(workflow.getDescriptor().getMetaAttributes().get(MARK));
    }

    private static String name(OwnIssueType type) {
        return type.label() + " workflow";
    }

    /** The workflow that set-up made, under whatever name; empty when it is gone. */
    Optional<JiraWorkflow> installed(OwnIssueType type) {
        return registry.id(type.workflowThing())
                .flatMap(name -> workflows.getWorkflows().stream().filter(workflow -> workflow.getName().equals(name)).findFirst());
    }

    /** The workflow as set-up would make it now, once everything that it names was made. */
    WorkflowDescriptor shipped(OwnIssueType type) {
        try {
            return WorkflowUtil.convertXMLtoWorkflowDescriptor(xml(type));
        } catch (IOException | FactoryException e) {
            throw new IllegalStateException("the workflow of " + type.label() + " that the app brings cannot be read", e);
        }
    }

    /**
     * Changes a workflow as Jira's own editor does: an active one through a draft that is published. It must have none, since a draft is
     * somebody's work. One of ours that cannot be published is deleted again.
     */
    void change(JiraWorkflow workflow, Consumer<WorkflowDescriptor> change) {
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

    private String make(OwnIssueType type) throws Exception {
        String name = UnusedNames.free(name(type), workflows::workflowExists);
        ConfigurableJiraWorkflow workflow = new ConfigurableJiraWorkflow(name, WorkflowUtil.convertXMLtoWorkflowDescriptor(xml(type)),
                workflows);
        workflow.setDescription(type.description());
        workflows.createWorkflow(author(), workflow);
        return name;
    }

    /** Jira wants a user who creates a workflow, and nobody is logged in when the app starts. */
    private ApplicationUser author() {
        return Optional.ofNullable(authentication.getLoggedInUser()).or(() -> users.getJiraAdministrators().stream()
                .filter(ApplicationUser::isActive)
                .min(Comparator.comparing(ApplicationUser::getKey))).orElseThrow(() -> new IllegalStateException(
                        "Jira has no active administrator in whose name the workflow could be created; "
                                + "give somebody the global permission Administer Jira"));
    }

    private String xml(OwnIssueType type) throws IOException {
        try (InputStream file = WorkflowSteps.class.getResourceAsStream("/jira/setup/" + type.key() + "-workflow.xml")) {
            String template = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return PLACEHOLDER.matcher(template).replaceAll(thing -> registry.id(thing.group(1))
                    .orElseThrow(() -> new IllegalStateException(
                            "the workflow of " + type.label() + " needs " + thing.group(1) + ", which was not made")));
        }
    }
}
