package com.atlassian.jira.event.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;

public interface IssueChangedEvent {
    Issue getIssue();
    Optional<ApplicationUser> getAuthor();
    Collection<ChangeItemBean> getChangeItems();
    Optional<Comment> getComment();
    Date getEventTime();
}
