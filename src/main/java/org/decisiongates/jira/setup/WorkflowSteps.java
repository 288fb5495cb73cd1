package org.decisiongates.jira.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.atlassian.jira.workflow.ConfigurableJiraWorkflow;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.jira.workflow.WorkflowUtil;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.FactoryException;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;
import org.decisiongates.policy.PolicyReference;

/** The workflows, from XML files in which statuses and screens are named as set-up remembers them: {@code @status.draft@}. */
@JiraComponent
class WorkflowSteps {

    private static final Pattern PLACEHOLDER = Pattern.compile("@([a-z.-]+)@");
    /** Meta attribute by which our workflows are recognised, whatever their names. */
    private static final String MARK = "decision-gates";

    /** Arguments of a validator that names a gate, as the app's files have them. */
    static final String POLICY = "gate.policy";
    static final String GATE = "gate.key";

    private final WorkflowManager workflows;
    private final WorkflowEditor editor;
    private final SetupRegistry registry;

    WorkflowSteps(WorkflowManager workflows, WorkflowEditor editor, SetupRegistry registry) {
        this.workflows = workflows;
        this.editor = editor;
        this.registry = registry;
    }

    List<SetupStep> all() {
        return Arrays.stream(OwnIssueType.values())
                .map(type -> new SetupStep(type.workflowThing(), name(type),
                        id -> Optional.of(id).filter(workflows::workflowExists), () -> lookalikes(type), () -> make(type)))
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
     * A validator that names the gate, as it is read from the app's own file: newer engines make such objects by a factory that older ones
     * do not have.
     */
    ValidatorDescriptor validator(PolicyReference gate) {
        ActionDescriptor gated = WorkflowEditor.transitions(shipped(OwnIssueType.DECISION)).values().stream().flatMap(List::stream)
                .filter(action -> !action.getValidators().isEmpty()).findFirst().orElseThrow();
        ValidatorDescriptor validator = (ValidatorDescriptor) gated.getValidators().get(0);
        name(validator.getArgs(), gate);
        return validator;
    }

    @SuppressWarnings("unchecked")
    private static void name(Map<?, ?> arguments, PolicyReference gate) {
        ((Map<Object, Object>) arguments).putAll(Map.of(POLICY, gate.policy(), GATE, gate.gate()));
    }

    private String make(OwnIssueType type) throws Exception {
        String name = UnusedNames.free(name(type), workflows::workflowExists);
        ConfigurableJiraWorkflow workflow = new ConfigurableJiraWorkflow(name, WorkflowUtil.convertXMLtoWorkflowDescriptor(xml(type)),
                workflows);
        workflow.setDescription(type.description());
        workflows.createWorkflow(editor.author(), workflow);
        return name;
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
