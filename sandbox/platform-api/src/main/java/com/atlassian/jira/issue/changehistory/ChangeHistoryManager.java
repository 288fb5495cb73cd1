package com.atlassian.jira.issue.changehistory;

import java.util.List;

import com.atlassian.jira.issue.Issue;

public interface ChangeHistoryManager {
    List<ChangeHistory> getChangeHistories(Issue issue);
    ChangeHistory getChangeHistoryById(Long id);
}
