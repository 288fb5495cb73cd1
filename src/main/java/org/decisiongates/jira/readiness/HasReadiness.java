package org.decisiongates.jira.readiness;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.WorkflowException;

import org.decisiongates.jira.gate.TransitionGates;

/** Whether a transition of the workflow of the issue on the page has a gate. Asked for every issue anybody looks at. */
public final class IsGated extends AbstractIssueWebCondition {

    private final TransitionGates gates;

    public IsGated(TransitionGates gates) {
        this.gates = gates;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
        try {
            return gates.isGated(issue);
        } catch (WorkflowException e) {
            // a workflow that cannot be read opens no transition either
            return false;
        }
    }
}
