package org.decisiongates.jira.trail;

import java.util.List;

import com.atlassian.jira.plugin.issuetabpanel.AbstractIssueTabPanel3;
import com.atlassian.jira.plugin.issuetabpanel.GetActionsRequest;
import com.atlassian.jira.plugin.issuetabpanel.IssueAction;
import com.atlassian.jira.plugin.issuetabpanel.ShowPanelRequest;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/** The tab <i>Decision trail</i> in the activity of a Decision. Whether it is shown is asked for every issue anybody looks at. */
public final class DecisionTrailTab extends AbstractIssueTabPanel3 {

    private final OwnIssueTypes types;
    private final TrailPage page;

    public DecisionTrailTab(OwnIssueTypes types, TrailPage page) {
        this.types = types;
        this.page = page;
    }

    @Override
    public boolean showPanel(ShowPanelRequest request) {
        return types.of(request.issue()).filter(type -> type == OwnIssueType.DECISION).isPresent();
    }

    @Override
    public List<IssueAction> getActions(GetActionsRequest request) {
        return List.of(new TrailIssueAction(page.html(request.issue())));
    }
}
