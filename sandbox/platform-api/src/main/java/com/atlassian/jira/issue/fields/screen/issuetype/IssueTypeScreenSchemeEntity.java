package com.atlassian.jira.issue.fields.screen.issuetype;

import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;

public interface IssueTypeScreenSchemeEntity {
    Long getId();
    String getIssueTypeId();
    void setIssueTypeId(String id);
    FieldScreenScheme getFieldScreenScheme();
    void setFieldScreenScheme(FieldScreenScheme scheme);
    Long getFieldScreenSchemeId();
    IssueTypeScreenScheme getIssueTypeScreenScheme();
    void setIssueTypeScreenScheme(IssueTypeScreenScheme scheme);
    void store();
    void remove();
}
