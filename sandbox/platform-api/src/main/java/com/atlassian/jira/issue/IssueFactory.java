package com.atlassian.jira.issue;

public interface IssueFactory {
    MutableIssue getIssue();
}
