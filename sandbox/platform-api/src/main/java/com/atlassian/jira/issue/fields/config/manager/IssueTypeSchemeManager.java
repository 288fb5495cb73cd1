package com.atlassian.jira.issue.fields.config.manager;

import java.util.Collection;
import java.util.List;

import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

public interface IssueTypeSchemeManager {
    FieldConfigScheme getConfigScheme(Project project);
    FieldConfigScheme update(FieldConfigScheme scheme, Collection<String> issueTypeIds);
    FieldConfigScheme create(String name, String description, List<String> issueTypeIds);
    List<FieldConfigScheme> getAllSchemes();
    void deleteScheme(FieldConfigScheme scheme);
    boolean isDefaultIssueTypeScheme(FieldConfigScheme scheme);
    Collection<IssueType> getIssueTypesForScheme(FieldConfigScheme scheme);
    FieldConfigScheme setProjectAssociationsForIssueTypeScheme(FieldConfigScheme scheme, Collection<Project> projects);
}
