package com.atlassian.jira.workflow;

import java.util.Collection;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.opensymphony.workflow.loader.ActionDescriptor;

public interface IssueWorkflowManager {
    Collection<ActionDescriptor> getAvailableActions(Issue issue, ApplicationUser user);
}
