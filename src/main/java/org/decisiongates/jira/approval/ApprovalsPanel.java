package org.decisiongates.jira.approval;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.jira.platform.web.IssuePanel;

/** The approvals of a Decision or Blocker on its page. */
public final class ApprovalsPanel extends IssuePanel {

    private final ApprovalsPage page;

    public ApprovalsPanel(ApprovalsPage page) {
        this.page = page;
    }

    @Override
    protected String html(Issue issue) {
        return page.html(issue);
    }
}
