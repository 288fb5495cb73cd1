package com.atlassian.jira.config;

import com.atlassian.jira.issue.status.Status;
import java.util.Collection;

public interface ConstantsManager {
    Status getStatus(String id);
    Collection<Status> getStatuses();
}
