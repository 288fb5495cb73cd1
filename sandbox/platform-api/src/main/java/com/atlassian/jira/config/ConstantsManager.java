package com.atlassian.jira.config;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import java.util.Collection;

public interface ConstantsManager {
    Collection<IssueType> getAllIssueTypeObjects();
    IssueType getIssueType(String id);
    Collection<IssueType> getRegularIssueTypeObjects();
    Collection<IssueType> getSubTaskIssueTypeObjects();
    Status getStatus(String id);
    Collection<Status> getStatuses();
    Collection<Priority> getPriorities();
    Collection<Resolution> getResolutions();
    Priority getPriorityObject(String id);
    Priority getDefaultPriority();
    Resolution getResolution(String id);
    Status getStatusByName(String name);
    void refresh();
}
