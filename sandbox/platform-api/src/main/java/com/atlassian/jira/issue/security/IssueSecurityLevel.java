package com.atlassian.jira.issue.security;

public interface IssueSecurityLevel {
    String getName();
}
