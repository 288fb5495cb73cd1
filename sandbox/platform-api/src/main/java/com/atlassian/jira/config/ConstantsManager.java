package com.atlassian.jira.config;

import java.util.Collection;

import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;

public interface ConstantsManager {
    Collection<Priority> getPriorities();
    Collection<Resolution> getResolutions();
    Status getStatus(String id);
    Collection<Status> getStatuses();
}
