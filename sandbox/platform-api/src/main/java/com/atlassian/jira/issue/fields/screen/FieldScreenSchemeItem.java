package com.atlassian.jira.issue.fields.screen;

import com.atlassian.jira.issue.operation.ScreenableIssueOperation;

public interface FieldScreenSchemeItem {
    Long getId();
    void setIssueOperation(ScreenableIssueOperation operation);
    ScreenableIssueOperation getIssueOperation();
    void setFieldScreen(FieldScreen screen);
    FieldScreen getFieldScreen();
    void setFieldScreenScheme(FieldScreenScheme scheme);
    FieldScreenScheme getFieldScreenScheme();
    Long getFieldScreenId();
    void store();
}
