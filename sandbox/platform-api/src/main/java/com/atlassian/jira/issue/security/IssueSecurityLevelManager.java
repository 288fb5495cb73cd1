package com.atlassian.jira.issue.security;

public interface IssueSecurityLevelManager {
    IssueSecurityLevel getSecurityLevel(Long id);
}
