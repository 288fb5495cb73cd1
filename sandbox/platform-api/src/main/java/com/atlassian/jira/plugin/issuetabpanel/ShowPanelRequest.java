package com.atlassian.jira.plugin.issuetabpanel;

import com.atlassian.jira.issue.Issue;

public class ShowPanelRequest {
    private final Issue issue;

    public ShowPanelRequest(Issue issue) {
        this.issue = issue;
    }

    public Issue issue() {
        return issue;
    }
}
