package com.atlassian.jira.plugin.issuetabpanel;

import com.atlassian.jira.issue.Issue;

public class GetActionsRequest {
    private final Issue issue;

    public GetActionsRequest(Issue issue) {
        this.issue = issue;
    }

    public Issue issue() {
        return issue;
    }
}
