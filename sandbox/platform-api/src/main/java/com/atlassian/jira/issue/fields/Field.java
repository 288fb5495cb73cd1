package com.atlassian.jira.issue.fields;

public interface Field {
    String getId();
    String getNameKey();
    String getName();
}
