package com.atlassian.jira.config;

import java.util.Collection;

import com.atlassian.jira.issue.status.Status;

public interface ConstantsManager {
    Status getStatus(String id);
    Collection<Status> getStatuses();
}
