package org.decisiongates.jira.trail;

import java.util.Date;

import com.atlassian.jira.plugin.issuetabpanel.IssueAction;

/** The whole trail as Jira has entries of a tab: one, since it is no list of comments, and not among those of all tabs. */
record TrailIssueAction(String html) implements IssueAction {

    @Override
    public String getHtml() {
        return html;
    }

    /** By this Jira would order it among other entries of the tab, of which there are none. */
    @Override
    public Date getTimePerformed() {
        return new Date(0);
    }

    @Override
    public boolean isDisplayActionAllTab() {
        return false;
    }
}
