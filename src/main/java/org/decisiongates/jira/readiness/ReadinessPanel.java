package org.decisiongates.jira.readiness;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;

import org.decisiongates.jira.platform.web.IssuePanel;

/** The panel of readiness on the page of an issue. */
public final class ReadinessPanel extends IssuePanel {

    private final ReadinessPage page;
    private final JiraAuthenticationContext authentication;

    public ReadinessPanel(ReadinessPage page, JiraAuthenticationContext authentication) {
        this.page = page;
        this.authentication = authentication;
    }

    @Override
    protected String html(Issue issue) {
        return page.html(issue, authentication.getLoggedInUser());
    }
}
