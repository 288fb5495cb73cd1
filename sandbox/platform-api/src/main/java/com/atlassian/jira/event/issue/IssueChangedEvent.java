package com.atlassian.jira.event.issue;

import java.util.Collection;
import java.util.Date;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;

public interface IssueChangedEvent {
    Issue getIssue();
    Optional<ApplicationUser> getAuthor();
    Collection<ChangeItemBean> getChangeItems();
    Optional<Comment> getComment();
    Date getEventTime();
}
