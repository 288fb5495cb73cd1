package com.atlassian.jira.workflow;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.user.ApplicationUser;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.sandbox.platform.StandIn;

public class ConfigurableJiraWorkflow implements JiraWorkflow {
    private final String name;
    private WorkflowDescriptor descriptor;
    private String description;

    public ConfigurableJiraWorkflow(String name, WorkflowDescriptor descriptor, WorkflowManager workflowManager) {
        this.name = name;
        this.descriptor = descriptor;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    @Override
    public WorkflowDescriptor getDescriptor() {
        return descriptor;
    }

    @Override
    public int compareTo(JiraWorkflow other) {
        return name.compareTo(other.getName());
    }

    @Override
    public Collection<ActionDescriptor> getAllActions() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getAllActions");
    }

    @Override
    public Collection<ActionDescriptor> getActionsByName(String name) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getActionsByName");
    }

    @Override
    public Collection<ActionDescriptor> getActionsWithResult(StepDescriptor step) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getActionsWithResult");
    }

    @Override
    public Collection<StepDescriptor> getStepsForTransition(ActionDescriptor action) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getStepsForTransition");
    }

    @Override
    public Collection<FunctionDescriptor> getPostFunctionsForTransition(ActionDescriptor action) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getPostFunctionsForTransition");
    }

    @Override
    public String getLinkedStatusId(StepDescriptor step) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getLinkedStatusId");
    }

    @Override
    public Status getLinkedStatus(StepDescriptor step) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getLinkedStatus");
    }

    @Override
    public StepDescriptor getLinkedStep(Status status) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getLinkedStep");
    }

    @Override
    public Set<String> getLinkedStatusIds() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getLinkedStatusIds");
    }

    @Override
    public List<Status> getLinkedStatusObjects() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getLinkedStatusObjects");
    }

    @Override
    public boolean isActive() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isActive");
    }

    @Override
    public boolean isEditable() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isEditable");
    }

    @Override
    public boolean isDraftWorkflow() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isDraftWorkflow");
    }

    @Override
    public boolean hasDraftWorkflow() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#hasDraftWorkflow");
    }

    @Override
    public boolean isDefault() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isDefault");
    }

    @Override
    public boolean isSystemWorkflow() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isSystemWorkflow");
    }

    @Override
    public boolean isInitialAction(ActionDescriptor action) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isInitialAction");
    }

    @Override
    public boolean isGlobalAction(ActionDescriptor action) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isGlobalAction");
    }

    @Override
    public boolean isCommonAction(ActionDescriptor action) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isCommonAction");
    }

    @Override
    public boolean isOrdinaryAction(ActionDescriptor action) {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#isOrdinaryAction");
    }

    @Override
    public int getNextActionId() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getNextActionId");
    }

    @Override
    public String getMode() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getMode");
    }

    @Override
    public ApplicationUser getUpdateAuthor() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getUpdateAuthor");
    }

    @Override
    public Date getUpdatedDate() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#getUpdatedDate");
    }

    @Override
    public void reset() {
        throw StandIn.unsupported("ConfigurableJiraWorkflow#reset");
    }
}
