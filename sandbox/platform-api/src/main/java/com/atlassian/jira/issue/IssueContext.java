package com.atlassian.jira.issue;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

public interface IssueContext {
    Project getProjectObject();
    Long getProjectId();
    IssueType getIssueType();
    String getIssueTypeId();
}
