package org.decisiongates.jira.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.Message;

/**
 * Gives workflows that an earlier version made the screens, gates and functions of those that this version ships. One that administrators
 * have changed, or are changing in a draft, is left alone.
 */
@JiraComponent
class ShippedWorkflowUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedWorkflowUpgrade.class);
    private static final String TEXTS = "decision-gates.jira.admin.upgrade.";

    private final ScreenSteps screens;
    private final WorkflowSteps workflows;
    private final WorkflowEditor editor;
    private final ShippedPolicyUpgrade policies;
    private final InstallationUpgradeRecord record;

    ShippedWorkflowUpgrade(ScreenSteps screens, WorkflowSteps workflows, WorkflowEditor editor, ShippedPolicyUpgrade policies,
            InstallationUpgradeRecord record) {
        this.screens = screens;
        this.workflows = workflows;
        this.editor = editor;
        this.policies = policies;
        this.record = record;
    }

    List<Message> additions() {
        return types().filter(this::isAddable).flatMap(type -> additions(type).stream().map(addition -> said(type, addition))).toList();
    }

    /** Why workflows that lack something are left alone. */
    List<Message> obstacles() {
        return types().filter(type -> !additions(type).isEmpty()).flatMap(type -> obstacle(type).stream()).toList();
    }

    /** Whether the workflow lacks something that it can be given. */
    boolean isAddable(OwnIssueType type) {
        return !additions(type).isEmpty() && obstacle(type).isEmpty();
    }

    /** How much it lacks. */
    int count(OwnIssueType type) {
        return additions(type).size();
    }

    void apply() {
        forgetAbsent();
        types().filter(this::isAddable).forEach(type -> {
            List<WorkflowTransitionUpgrade> additions = additions(type);
            JiraWorkflow there = workflows.installed(type).orElseThrow();
            record.add(type, additions);
            boolean isAdded = false;
            try {
                editor.change(there, target -> comparison(type, there).add(target, additions));
                isAdded = true;
            } finally {
                if (!isAdded) {
                    record.remove(type, absent(type));
                }
            }
            LOG.info("the workflow {} was given {}", there.getName(), additions);
        });
    }

    /** Whether something was recorded that {@link #forgetAbsent} would forget. */
    boolean hasAbsent() {
        return types().anyMatch(type -> !absent(type).isEmpty());
    }

    /**
     * What was recorded and is not there, because Jira was stopped before it was added or somebody has taken it out, is no longer the
     * app's: whoever adds it by hand keeps it.
     */
    void forgetAbsent() {
        types().forEach(type -> record.remove(type, absent(type)));
    }

    private List<WorkflowTransitionUpgrade> absent(OwnIssueType type) {
        List<WorkflowTransitionUpgrade> recorded = record.workflow(type);
        if (recorded.isEmpty()) {
            return List.of();
        }
        List<WorkflowTransitionUpgrade> lacking = workflows.installed(type).map(there -> comparison(type, there).additions())
                .orElse(List.of());
        return recorded.stream().filter(addition -> lacking.stream().anyMatch(addition::isSameAs)
                || workflows.installed(type).filter(there -> !comparison(type, there).isByTheApp(addition)).isPresent()).toList();
    }

    List<Message> undoList() {
        return types().flatMap(type -> record.workflow(type).stream().map(addition -> said(type, addition))).toList();
    }

    /** Takes back what was added; returns why something was left, which keeps it on the list. */
    List<Message> takeBack() {
        List<Message> left = new ArrayList<>();
        forgetAbsent();
        types().filter(type -> !record.workflow(type).isEmpty()).forEach(type -> {
            Optional<JiraWorkflow> there = workflows.installed(type);
            Optional<Message> draft = draft(there);
            if (draft.isPresent()) {
                left.add(draft.get());
                return;
            }
            List<WorkflowTransitionUpgrade> additions = record.workflow(type);
            there.ifPresent(workflow -> editor.change(workflow, target -> comparison(type, workflow).takeBack(target, additions)));
            record.remove(type);
            LOG.info("taken back from the workflow of {}: {}", type.label(), additions);
        });
        return left;
    }

    private static Stream<OwnIssueType> types() {
        return Arrays.stream(OwnIssueType.values());
    }

    private List<WorkflowTransitionUpgrade> additions(OwnIssueType type) {
        return workflows.installed(type).stream().flatMap(there -> comparison(type, there).additions().stream())
                .filter(addition -> addition.kind() != WorkflowTransitionUpgrade.Kind.GATE
                        || policies.isInForce(addition.value().split("/", 2)[0]))
                .toList();
    }

    private Optional<Message> obstacle(OwnIssueType type) {
        Optional<JiraWorkflow> there = workflows.installed(type);
        return draft(there).or(() -> there.filter(workflow -> !comparison(type, workflow).isUnchanged())
                .map(workflow -> Message.of(TEXTS + "changed", workflow.getName())));
    }

    private static Optional<Message> draft(Optional<JiraWorkflow> there) {
        return there.filter(JiraWorkflow::hasDraftWorkflow).map(workflow -> Message.of(TEXTS + "draft", workflow.getName()));
    }

    private ShippedWorkflowComparison comparison(OwnIssueType type, JiraWorkflow there) {
        return new ShippedWorkflowComparison(workflows.shipped(type), there.getDescriptor(), screens.ids());
    }

    private Message said(OwnIssueType type, WorkflowTransitionUpgrade addition) {
        Optional<JiraWorkflow> there = workflows.installed(type);
        String workflow = there.map(JiraWorkflow::getName).orElse(type.label());
        String transition = there.map(found -> found.getDescriptor().getAction(addition.transition())).map(ActionDescriptor::getName)
                .orElse(Integer.toString(addition.transition()));
        return switch (addition.kind()) {
            case SCREEN -> Message.of(TEXTS + "screen", workflow, transition, screens.nameOf(addition.value()));
            case GATE -> Message.of(TEXTS + "gate", workflow, transition, addition.value().replace("/", ": "));
            case FUNCTION -> Message.of(TEXTS + "function", workflow, transition);
        };
    }
}
