package com.atlassian.jira.issue.fields.config.manager;

import com.atlassian.jira.issue.IssueContext;
import com.atlassian.jira.issue.context.JiraContextNode;
import com.atlassian.jira.issue.fields.ConfigurableField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.issuetype.IssueType;
import java.util.List;

public interface FieldConfigSchemeManager {
    List<FieldConfigScheme> getConfigSchemesForField(ConfigurableField field);
    FieldConfigScheme getFieldConfigScheme(Long id);
    FieldConfigScheme createDefaultScheme(ConfigurableField field, List<JiraContextNode> contexts);
    FieldConfigScheme createDefaultScheme(ConfigurableField field, List<JiraContextNode> contexts, List<IssueType> types);
    FieldConfigScheme createFieldConfigScheme(FieldConfigScheme scheme, List<JiraContextNode> contexts, List<IssueType> types, ConfigurableField field);
    FieldConfigScheme updateFieldConfigScheme(FieldConfigScheme scheme, List<JiraContextNode> contexts, ConfigurableField field);
    FieldConfig getRelevantConfig(IssueContext context, ConfigurableField field);
    void removeFieldConfigScheme(Long id);
}
