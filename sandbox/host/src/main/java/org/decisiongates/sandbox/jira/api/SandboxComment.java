package org.decisiongates.sandbox.jira.api;

import java.util.Date;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.jira.model.CommentRow;

/** A comment as apps see it. */
record SandboxComment(CommentRow row, JiraObjects objects) implements Comment {

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public String getBody() {
        return row.body();
    }

    @Override
    public ApplicationUser getAuthorApplicationUser() {
        return objects.user(row.authorKey());
    }

    @Override
    public Date getCreated() {
        return Date.from(row.created());
    }

    @Override
    public Issue getIssue() {
        return objects.issue(row.issueId());
    }

    @Override
    public String getGroupLevel() {
        return row.groupLevel();
    }

    @Override
    public Long getRoleLevelId() {
        return row.roleLevel();
    }
}
