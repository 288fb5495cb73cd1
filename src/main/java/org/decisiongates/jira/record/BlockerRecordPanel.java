package org.decisiongates.jira.record;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.jira.platform.web.IssuePanel;

/** The record of a Blocker on its page. */
public final class BlockerRecordPanel extends IssuePanel {

    private final RecordPage page;

    public BlockerRecordPanel(RecordPage page) {
        this.page = page;
    }

    @Override
    protected String html(Issue issue) {
        return page.html(issue);
    }
}
