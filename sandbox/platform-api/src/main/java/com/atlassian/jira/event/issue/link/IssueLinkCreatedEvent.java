package com.atlassian.jira.event.issue.link;

import com.atlassian.jira.issue.link.IssueLink;
import java.time.Instant;

public class IssueLinkCreatedEvent {
    private final IssueLink issueLink;

    public IssueLinkCreatedEvent(IssueLink issueLink, Instant eventCreation) {
        this.issueLink = issueLink;
    }

    public IssueLink getIssueLink() {
        return issueLink;
    }
}
