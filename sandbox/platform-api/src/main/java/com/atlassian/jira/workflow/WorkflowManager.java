package com.atlassian.jira.workflow;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

public interface WorkflowManager {
    JiraWorkflow getWorkflow(Long projectId, String issueTypeId) throws WorkflowException;
    Collection<JiraWorkflow> getWorkflows();
    boolean workflowExists(String name);
    void createWorkflow(ApplicationUser user, JiraWorkflow workflow);
}
