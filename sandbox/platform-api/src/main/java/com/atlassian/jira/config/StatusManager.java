package com.atlassian.jira.config;

import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;

public interface StatusManager {
    Status createStatus(String name, String description, String iconUrl);
    Status createStatus(String name, String description, String iconUrl, StatusCategory category);
    Status getStatus(String id);
}
