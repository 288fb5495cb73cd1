package com.atlassian.jira.workflow;

import java.util.Collection;

import com.atlassian.jira.user.ApplicationUser;

public interface WorkflowManager {
    JiraWorkflow getWorkflow(Long projectId, String issueTypeId) throws WorkflowException;
    Collection<JiraWorkflow> getWorkflows();
    boolean workflowExists(String name);
    void createWorkflow(ApplicationUser user, JiraWorkflow workflow);
}
