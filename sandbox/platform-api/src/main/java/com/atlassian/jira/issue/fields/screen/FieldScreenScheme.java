package com.atlassian.jira.issue.fields.screen;

import java.util.Collection;

import com.atlassian.jira.issue.operation.IssueOperation;

public interface FieldScreenScheme {
    Long getId();
    String getName();
    void setName(String name);
    String getDescription();
    void setDescription(String description);
    FieldScreen getFieldScreen(IssueOperation operation);
    FieldScreenSchemeItem getFieldScreenSchemeItem(IssueOperation operation);
    Collection<FieldScreenSchemeItem> getFieldScreenSchemeItems();
    void addFieldScreenSchemeItem(FieldScreenSchemeItem item);
    FieldScreenSchemeItem removeFieldScreenSchemeItem(IssueOperation operation);
    void store();
    void remove();
}
