package com.atlassian.jira.issue.fields.config;

public interface FieldConfig {
    Long getId();
    String getName();
    String getFieldId();
}
