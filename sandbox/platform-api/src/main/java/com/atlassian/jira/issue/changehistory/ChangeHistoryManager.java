package com.atlassian.jira.issue.changehistory;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Date;
import java.util.List;

public interface ChangeHistoryManager {
    List<ChangeHistory> getChangeHistories(Issue issue);
    List<ChangeHistory> getChangeHistoriesSince(Issue issue, Date since);
    ChangeHistory getChangeHistoryById(Long id);
    List<ChangeHistory> getChangeHistoriesForUser(Issue issue, ApplicationUser user);
    List<ChangeItemBean> getChangeItemsForField(Issue issue, String fieldName);
}
