package com.atlassian.jira.workflow;

import java.util.Collection;

import com.atlassian.jira.user.ApplicationUser;

public interface WorkflowManager {
    JiraWorkflow getWorkflow(Long projectId, String issueTypeId) throws WorkflowException;
    Collection<JiraWorkflow> getWorkflows();
    boolean workflowExists(String name);
    void createWorkflow(ApplicationUser user, JiraWorkflow workflow);
    JiraWorkflow getWorkflowClone(String name);
    JiraWorkflow createDraftWorkflow(ApplicationUser user, String parentWorkflowName);
    boolean deleteDraftWorkflow(String parentWorkflowName);
    void updateWorkflow(ApplicationUser user, JiraWorkflow workflow);
    void overwriteActiveWorkflow(ApplicationUser user, String parentWorkflowName);
}
