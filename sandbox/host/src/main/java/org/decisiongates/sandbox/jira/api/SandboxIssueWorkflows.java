package org.decisiongates.sandbox.jira.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.IssueWorkflowManager;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/**
 * {@link IssueWorkflowManager}. Conditions and the permission decide, as at the transition itself; validators are not asked. No order is
 * promised anywhere, so the last comes first.
 */
record SandboxIssueWorkflows(SandboxJira jira) {

    public Collection<ActionDescriptor> getAvailableActions(Issue issue, ApplicationUser user) {
        IssueRow row = jira.issues().byId(issue.getId()).orElseThrow(() -> new IllegalArgumentException("There is no such issue."));
        WorkflowDescriptor workflow = jira.workflows().descriptor(jira.workflows().nameOf(row));
        List<ActionDescriptor> actions = new ArrayList<>(
                jira.issues().transitions(SandboxUser.key(user), row).stream().map(open -> workflow.getAction(open.id())).toList());
        Collections.reverse(actions);
        return actions;
    }
}
