package org.decisiongates.jira.record;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.jira.platform.web.IssuePanel;

/** The record of a Decision on its page. */
public final class DecisionRecordPanel extends IssuePanel {

    private final RecordPage page;

    public DecisionRecordPanel(RecordPage page) {
        this.page = page;
    }

    @Override
    protected String html(Issue issue) {
        return page.html(issue);
    }
}
