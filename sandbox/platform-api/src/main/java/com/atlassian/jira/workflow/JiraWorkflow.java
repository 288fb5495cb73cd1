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

public interface JiraWorkflow extends Comparable<JiraWorkflow> {
    String DRAFT = "draft";
    String LIVE = "live";
    int ACTION_ORIGIN_STEP_ID = -1;

    String getName();
    String getDisplayName();
    String getDescription();
    WorkflowDescriptor getDescriptor();
    Collection<ActionDescriptor> getAllActions();
    Collection<ActionDescriptor> getActionsByName(String name);
    Collection<ActionDescriptor> getActionsWithResult(StepDescriptor step);
    Collection<StepDescriptor> getStepsForTransition(ActionDescriptor action);
    Collection<FunctionDescriptor> getPostFunctionsForTransition(ActionDescriptor action);
    String getLinkedStatusId(StepDescriptor step);
    Status getLinkedStatus(StepDescriptor step);
    StepDescriptor getLinkedStep(Status status);
    Set<String> getLinkedStatusIds();
    List<Status> getLinkedStatusObjects();
    boolean isActive();
    boolean isEditable();
    boolean isDraftWorkflow();
    boolean hasDraftWorkflow();
    boolean isDefault();
    boolean isSystemWorkflow();
    boolean isInitialAction(ActionDescriptor action);
    boolean isGlobalAction(ActionDescriptor action);
    boolean isCommonAction(ActionDescriptor action);
    boolean isOrdinaryAction(ActionDescriptor action);
    int getNextActionId();
    String getMode();
    ApplicationUser getUpdateAuthor();
    Date getUpdatedDate();
    void reset();
}
