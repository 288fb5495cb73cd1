package org.decisiongates.jira.impact;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.jira.platform.web.IssuePanel;

/** The panel of impact lines on the page of an issue. */
public final class ImpactPanel extends IssuePanel {

    private final ImpactPage page;

    public ImpactPanel(ImpactPage page) {
        this.page = page;
    }

    @Override
    protected String html(Issue issue) {
        return page.html(issue);
    }
}
