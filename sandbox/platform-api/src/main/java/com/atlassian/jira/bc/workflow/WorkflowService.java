package com.atlassian.jira.bc.workflow;

import com.atlassian.jira.bc.JiraServiceContext;
import com.atlassian.jira.bc.ServiceOutcome;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.JiraWorkflow;

public interface WorkflowService {
    JiraWorkflow getWorkflow(JiraServiceContext context, String name);
    JiraWorkflow getDraftWorkflow(JiraServiceContext context, String parentName);
    JiraWorkflow createDraftWorkflow(JiraServiceContext context, String parentName);
    boolean deleteDraftWorkflow(JiraServiceContext context, String parentName);
    void updateWorkflow(JiraServiceContext context, JiraWorkflow workflow);
    void validateOverwriteWorkflow(JiraServiceContext context, String parentName);
    void overwriteActiveWorkflow(JiraServiceContext context, String parentName);
    JiraWorkflow copyWorkflow(JiraServiceContext context, String newName, String newDescription, JiraWorkflow source);
    ServiceOutcome<Void> deleteWorkflow(ApplicationUser user, String workflowName);
}
