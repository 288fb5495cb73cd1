package org.decisiongates.jira.readiness;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.WorkflowException;

import org.decisiongates.jira.gate.TransitionGates;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/**
 * Whether a transition of the workflow of the issue on the page has a gate, or the issue is a Decision or a Blocker, of which policies ask
 * something all the same. Asked for every issue anybody looks at.
 */
public final class HasReadiness extends AbstractIssueWebCondition {

    private final TransitionGates gates;
    private final OwnIssueTypes types;

    public HasReadiness(TransitionGates gates, OwnIssueTypes types) {
        this.gates = gates;
        this.types = types;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        try {
            // the workflow first: the panel reads it, too
            return gates.isGated(issue) || types.of(issue).isPresent();
        } catch (WorkflowException e) {
            // a workflow that cannot be read opens no transition either
            return false;
        }
    }
}
