package com.atlassian.jira.workflow;

import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.scheme.Scheme;

public interface WorkflowSchemeManager {
    AssignableWorkflowScheme getWorkflowSchemeObj(Project project);
    AssignableWorkflowScheme getWorkflowSchemeObj(String name);
    AssignableWorkflowScheme getWorkflowSchemeObj(long id);
    AssignableWorkflowScheme.Builder assignableBuilder();
    AssignableWorkflowScheme createScheme(AssignableWorkflowScheme scheme);
    AssignableWorkflowScheme updateWorkflowScheme(AssignableWorkflowScheme scheme);
    List<Project> getProjectsUsing(AssignableWorkflowScheme scheme);
    boolean hasDraft(AssignableWorkflowScheme scheme);
    String getWorkflowName(Project project, String issueTypeId);
    Scheme getSchemeObject(Long id);
    void removeSchemesFromProject(Project project);
    boolean deleteWorkflowScheme(WorkflowScheme scheme);
    void addSchemeToProject(Project project, Scheme scheme);
}
