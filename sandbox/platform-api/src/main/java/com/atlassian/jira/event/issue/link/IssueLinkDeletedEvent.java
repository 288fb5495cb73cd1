package com.atlassian.jira.event.issue.link;

import java.time.Instant;

import com.atlassian.jira.issue.link.IssueLink;

public class IssueLinkDeletedEvent {
    public IssueLinkDeletedEvent(IssueLink issueLink, Instant eventCreation) {
    }
}
