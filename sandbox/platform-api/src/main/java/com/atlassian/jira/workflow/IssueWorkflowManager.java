package com.atlassian.jira.workflow;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.opensymphony.workflow.loader.ActionDescriptor;
import java.util.Collection;
import java.util.List;

public interface IssueWorkflowManager {
    Collection<ActionDescriptor> getAvailableActions(Issue issue, ApplicationUser user);
    List<ActionDescriptor> getSortedAvailableActions(Issue issue, TransitionOptions options, ApplicationUser user);
    boolean isValidAction(Issue issue, int actionId, ApplicationUser user);
}
