package com.atlassian.jira.workflow;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.scheme.Scheme;
import java.util.List;
import java.util.Map;

public interface WorkflowSchemeManager {
    AssignableWorkflowScheme getWorkflowSchemeObj(Project project);
    AssignableWorkflowScheme getWorkflowSchemeObj(long id);
    AssignableWorkflowScheme getWorkflowSchemeObj(String name);
    AssignableWorkflowScheme getDefaultWorkflowScheme();
    AssignableWorkflowScheme.Builder assignableBuilder();
    AssignableWorkflowScheme createScheme(AssignableWorkflowScheme scheme);
    AssignableWorkflowScheme updateWorkflowScheme(AssignableWorkflowScheme scheme);
    Iterable<AssignableWorkflowScheme> getAssignableSchemes();
    boolean deleteWorkflowScheme(WorkflowScheme scheme);
    List<Project> getProjectsUsing(AssignableWorkflowScheme scheme);
    boolean isUsingDefaultScheme(Project project);
    boolean isActive(WorkflowScheme scheme);
    boolean hasDraft(AssignableWorkflowScheme scheme);
    Map<String, String> getWorkflowMap(Project project);
    String getWorkflowName(Project project, String issueTypeId);
    Iterable<WorkflowScheme> getSchemesForWorkflowIncludingDrafts(JiraWorkflow workflow);
    Scheme getSchemeFor(Project project);
    Scheme getSchemeObject(Long id);
    Scheme getSchemeObject(String name);
    void addSchemeToProject(Project project, Scheme scheme);
}
