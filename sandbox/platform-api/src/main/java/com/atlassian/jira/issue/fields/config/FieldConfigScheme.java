package com.atlassian.jira.issue.fields.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.context.JiraContextNode;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

public interface FieldConfigScheme {
    Long getId();
    String getName();
    String getDescription();
    FieldConfig getOneAndOnlyConfig();
    Map<String, FieldConfig> getConfigs();
    List<JiraContextNode> getContexts();
    List<Long> getAssociatedProjectIds();
    List<Project> getAssociatedProjectObjects();
    Collection<IssueType> getAssociatedIssueTypes();
    boolean isGlobal();
    boolean isAllProjects();
    boolean isAllIssueTypes();
}
