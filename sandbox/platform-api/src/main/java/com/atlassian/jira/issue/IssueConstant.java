package com.atlassian.jira.issue;

public interface IssueConstant {
    String getId();
    String getName();
    String getDescription();
    Long getSequence();
    String getIconUrl();
    String getCompleteIconUrl();
    String getNameTranslation();
    String getDescTranslation();
}
