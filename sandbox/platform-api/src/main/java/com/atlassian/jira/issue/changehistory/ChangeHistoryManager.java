package com.atlassian.jira.issue.changehistory;

public interface ChangeHistoryManager {
}
