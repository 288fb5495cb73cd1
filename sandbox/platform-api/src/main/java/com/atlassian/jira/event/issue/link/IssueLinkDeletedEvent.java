package com.atlassian.jira.event.issue.link;

import com.atlassian.jira.issue.link.IssueLink;
import java.time.Instant;

public class IssueLinkDeletedEvent {
    public IssueLinkDeletedEvent(IssueLink issueLink, Instant eventCreation) {
    }
}
