package org.decisiongates.jira.decision;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.project.EnabledProjects;

/** Whether the viewer may create a Decision that changes the scope of the one on the page. Asked for every issue anybody looks at. */
public final class MayRaiseScopeChangeCondition extends AbstractIssueWebCondition {

    private final MayCreateDecisionCondition mayCreate;
    private final OwnIssueTypes types;

    public MayRaiseScopeChangeCondition(EnabledProjects projects, PermissionManager permissions, OwnIssueTypes types) {
        this.mayCreate = new MayCreateDecisionCondition(projects, permissions);
        this.types = types;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return types.of(issue).filter(type -> type == OwnIssueType.DECISION).isPresent() && mayCreate.shouldDisplay(user, issue, helper);
    }
}
