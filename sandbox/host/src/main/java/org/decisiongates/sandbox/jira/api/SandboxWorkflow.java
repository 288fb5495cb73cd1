package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowException;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.WorkflowRow;
import org.decisiongates.sandbox.jira.model.WorkflowXml;

/** A stored workflow or draft as apps see it: their own copy, which changes nothing until it is saved. */
final class SandboxWorkflow implements JiraWorkflow {

    private final WorkflowRow row;
    private final JiraObjects objects;
    private WorkflowDescriptor descriptor;

    SandboxWorkflow(WorkflowRow row, JiraObjects objects) {
        this.row = row;
        this.objects = objects;
    }

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public String getDisplayName() {
        return row.draft() ? row.name() + " (draft)" : row.name();
    }

    @Override
    public String getDescription() {
        return row.description();
    }

    @Override
    public WorkflowDescriptor getDescriptor() {
        if (descriptor == null) {
            try {
                descriptor = WorkflowXml.read(row.xml());
            } catch (Refused e) {
                throw new WorkflowException("Workflow '" + row.name() + "' is damaged: " + e.getMessage(), e);
            }
        }
        return descriptor;
    }

    @Override
    public Collection<ActionDescriptor> getAllActions() {
        return WorkflowXml.actions(getDescriptor());
    }

    @Override
    public Collection<ActionDescriptor> getActionsByName(String name) {
        return getAllActions().stream().filter(action -> action.getName().equals(name)).toList();
    }

    @Override
    public Collection<ActionDescriptor> getActionsWithResult(StepDescriptor step) {
        return getAllActions().stream().filter(action -> action.getUnconditionalResult().getStep() == step.getId()).toList();
    }

    @Override
    public Collection<StepDescriptor> getStepsForTransition(ActionDescriptor action) {
        return WorkflowXml.steps(getDescriptor()).stream()
                .filter(step -> WorkflowXml.actionsOf(step).stream().anyMatch(other -> other.getId() == action.getId())).toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Collection<FunctionDescriptor> getPostFunctionsForTransition(ActionDescriptor action) {
        return action.getUnconditionalResult().getPostFunctions();
    }

    @Override
    public String getLinkedStatusId(StepDescriptor step) {
        return WorkflowXml.status(step);
    }

    @Override
    public Status getLinkedStatus(StepDescriptor step) {
        return objects.status(getLinkedStatusId(step));
    }

    @Override
    public StepDescriptor getLinkedStep(Status status) {
        return WorkflowXml.steps(getDescriptor()).stream().filter(step -> Objects.equals(WorkflowXml.status(step), status.getId()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Set<String> getLinkedStatusIds() {
        Set<String> ids = new LinkedHashSet<>();
        WorkflowXml.steps(getDescriptor()).forEach(step -> ids.add(WorkflowXml.status(step)));
        return ids;
    }

    @Override
    public List<Status> getLinkedStatusObjects() {
        return getLinkedStatusIds().stream().map(objects::status).toList();
    }

    @Override
    public boolean isActive() {
        return objects.jira().workflows().isActive(row.name());
    }

    @Override
    public boolean isEditable() {
        return row.draft() || !row.system() && !isActive();
    }

    @Override
    public boolean isDraftWorkflow() {
        return row.draft();
    }

    @Override
    public boolean hasDraftWorkflow() {
        return objects.jira().workflows().byName(row.name(), true).isPresent();
    }

    @Override
    public boolean isDefault() {
        return row.system();
    }

    @Override
    public boolean isSystemWorkflow() {
        return row.system();
    }

    @Override
    public boolean isInitialAction(ActionDescriptor action) {
        return WorkflowXml.initialActions(getDescriptor()).contains(action);
    }

    @Override
    public boolean isGlobalAction(ActionDescriptor action) {
        return WorkflowXml.globalActions(getDescriptor()).contains(action);
    }

    @Override
    public boolean isCommonAction(ActionDescriptor action) {
        return WorkflowXml.commonActions(getDescriptor()).containsKey(action.getId());
    }

    @Override
    public boolean isOrdinaryAction(ActionDescriptor action) {
        return !isInitialAction(action) && !isGlobalAction(action) && !isCommonAction(action);
    }

    @Override
    public int getNextActionId() {
        return getAllActions().stream().mapToInt(ActionDescriptor::getId).max().orElse(0) + 10;
    }

    @Override
    public String getMode() {
        return row.draft() ? DRAFT : LIVE;
    }

    @Override
    public ApplicationUser getUpdateAuthor() {
        return objects.user(row.updatedBy());
    }

    @Override
    public Date getUpdatedDate() {
        return Date.from(row.updated());
    }

    @Override
    public void reset() {
        descriptor = null;
    }

    @Override
    public int compareTo(JiraWorkflow other) {
        return row.name().compareTo(other.getName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SandboxWorkflow workflow && workflow.row.name().equals(row.name()) && workflow.row.draft() == row.draft();
    }

    @Override
    public int hashCode() {
        return row.name().hashCode();
    }

    @Override
    public String toString() {
        return getDisplayName();
    }
}
