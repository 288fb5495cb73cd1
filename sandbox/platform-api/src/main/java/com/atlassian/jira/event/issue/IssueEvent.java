package com.atlassian.jira.event.issue;

import java.util.Date;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import org.ofbiz.core.entity.GenericValue;

public class IssueEvent {
    private final Issue issue;
    private final Map<String, Object> params;
    private final ApplicationUser user;
    private final Long eventTypeId;
    private final Comment comment;
    private final GenericValue changeLog;
    private final Date time;

    public IssueEvent(Issue issue, Map<String, Object> params, ApplicationUser user, Long eventTypeId) {
        this(issue, params, user, eventTypeId, null, null, new Date());
    }

    public IssueEvent(Issue issue, Map<String, Object> params, ApplicationUser user, Long eventTypeId, Comment comment,
            GenericValue changeLog,
            Date time) {
        this.issue = issue;
        this.params = params;
        this.user = user;
        this.eventTypeId = eventTypeId;
        this.comment = comment;
        this.changeLog = changeLog;
        this.time = time;
    }

    public Issue getIssue() {
        return issue;
    }

    public Project getProject() {
        return issue.getProjectObject();
    }

    public ApplicationUser getUser() {
        return user;
    }

    public Long getEventTypeId() {
        return eventTypeId;
    }

    public Comment getComment() {
        return comment;
    }

    public GenericValue getChangeLog() {
        return changeLog;
    }

    public Date getTime() {
        return time;
    }

    public Map<String, Object> getParams() {
        return params;
    }
}
