package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.event.issue.IssueChangedEvent;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;

/** The event that carries what changed. */
record SandboxIssueChange(Issue issue, ApplicationUser author, List<ChangeItemBean> items, Optional<SandboxComment> said, Date at)
        implements IssueChangedEvent {

    @Override
    public Issue getIssue() {
        return issue;
    }

    @Override
    public Optional<ApplicationUser> getAuthor() {
        return Optional.ofNullable(author);
    }

    @Override
    public Collection<ChangeItemBean> getChangeItems() {
        return items;
    }

    @Override
    public Optional<Comment> getComment() {
        return said.map(comment -> comment);
    }

    @Override
    public Date getEventTime() {
        return at;
    }
}
