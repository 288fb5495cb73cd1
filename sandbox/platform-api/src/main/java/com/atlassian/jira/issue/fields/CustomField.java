package com.atlassian.jira.issue.fields;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueContext;
import com.atlassian.jira.issue.context.JiraContextNode;
import com.atlassian.jira.issue.customfields.CustomFieldSearcher;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.customfields.option.Options;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

public interface CustomField extends ConfigurableField, NavigableField {
    Long getIdAsLong();
    String getFieldName();
    String getUntranslatedName();
    String getDescription();
    CustomFieldType getCustomFieldType();
    CustomFieldSearcher getCustomFieldSearcher();
    Object getValue(Issue issue);
    FieldConfig getRelevantConfig(Issue issue);
    FieldConfig getRelevantConfig(IssueContext context);
    List<FieldConfigScheme> getConfigurationSchemes();
    Options getOptions(String key, JiraContextNode context);
    List<Project> getAssociatedProjectObjects();
    List<IssueType> getAssociatedIssueTypes();
    boolean isAllProjects();
    boolean isAllIssueTypes();
    boolean isGlobal();
    void createValue(Issue issue, Object value);
}
