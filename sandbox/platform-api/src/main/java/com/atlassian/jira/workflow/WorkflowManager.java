package com.atlassian.jira.workflow;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.user.ApplicationUser;
import com.opensymphony.workflow.loader.ActionDescriptor;
import java.util.Collection;
import java.util.List;

public interface WorkflowManager {
    JiraWorkflow getWorkflow(String name);
    JiraWorkflow getWorkflow(Issue issue) throws WorkflowException;
    JiraWorkflow getWorkflow(Long projectId, String issueTypeId) throws WorkflowException;
    JiraWorkflow getWorkflowClone(String name);
    JiraWorkflow getDraftWorkflow(String parentName);
    JiraWorkflow getDefaultWorkflow();
    Collection<JiraWorkflow> getWorkflows();
    List<JiraWorkflow> getWorkflowsIncludingDrafts();
    Collection<JiraWorkflow> getActiveWorkflows();
    JiraWorkflow getWorkflowFromScheme(WorkflowScheme scheme, String issueTypeId);
    boolean workflowExists(String name);
    boolean isActive(JiraWorkflow workflow);
    boolean isSystemWorkflow(JiraWorkflow workflow);
    boolean isEditable(Issue issue);
    void createWorkflow(ApplicationUser user, JiraWorkflow workflow);
    void updateWorkflow(ApplicationUser user, JiraWorkflow workflow);
    void saveWorkflowWithoutAudit(JiraWorkflow workflow);
    void deleteWorkflow(JiraWorkflow workflow);
    JiraWorkflow createDraftWorkflow(ApplicationUser user, String parentName);
    boolean deleteDraftWorkflow(String parentName);
    void overwriteActiveWorkflow(ApplicationUser user, String parentName);
    JiraWorkflow copyWorkflow(ApplicationUser user, String newName, String newDescription, JiraWorkflow source);
    void updateWorkflowNameAndDescription(ApplicationUser user, JiraWorkflow workflow, String name, String description);
    ActionDescriptor getActionDescriptor(Issue issue, int actionId);
    String getNextStatusIdForAction(Issue issue, int actionId);
    void migrateIssueToWorkflow(MutableIssue issue, JiraWorkflow newWorkflow, Status newStatus);
}
