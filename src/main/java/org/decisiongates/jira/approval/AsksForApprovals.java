package org.decisiongates.jira.approval;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.approval.RequiredApproval;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.policy.Policies;

/**
 * Whether a policy in force asks for approvals of Decisions or Blockers like the one on the page. Asked for every issue anybody looks
 * at, so it reads nothing from the database.
 */
public final class AsksForApprovals extends AbstractIssueWebCondition {

    private final OwnIssueTypes types;
    private final Policies policies;

    public AsksForApprovals(OwnIssueTypes types, Policies policies) {
        this.types = types;
        this.policies = policies;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        return types.of(issue).filter(type -> !RequiredApproval
                .of(policies.inForce(), issue.getProjectId(), type.key()).isEmpty()).isPresent();
    }
}
