package com.atlassian.jira.workflow;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.scheme.Scheme;
import java.util.List;

public interface WorkflowSchemeManager {
    AssignableWorkflowScheme getWorkflowSchemeObj(Project project);
    AssignableWorkflowScheme getWorkflowSchemeObj(String name);
    AssignableWorkflowScheme.Builder assignableBuilder();
    AssignableWorkflowScheme createScheme(AssignableWorkflowScheme scheme);
    AssignableWorkflowScheme updateWorkflowScheme(AssignableWorkflowScheme scheme);
    List<Project> getProjectsUsing(AssignableWorkflowScheme scheme);
    boolean hasDraft(AssignableWorkflowScheme scheme);
    String getWorkflowName(Project project, String issueTypeId);
    Scheme getSchemeObject(Long id);
    void addSchemeToProject(Project project, Scheme scheme);
}
