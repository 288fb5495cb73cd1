package com.atlassian.jira.issue.context;

import com.atlassian.jira.issue.IssueContext;

public interface JiraContextNode extends IssueContext {
}
