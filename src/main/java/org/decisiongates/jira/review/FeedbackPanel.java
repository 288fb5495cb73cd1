package org.decisiongates.jira.review;

import java.util.Optional;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.jira.platform.web.IssuePanel;

/** The feedback threads of a Decision or Blocker on its page. */
public final class FeedbackPanel extends IssuePanel {

    private final FeedbackPage page;

    public FeedbackPanel(FeedbackPage page) {
        this.page = page;
    }

    @Override
    protected String html(Issue issue) {
        return page.html(issue, Optional.empty());
    }
}
