package com.atlassian.jira.security.groups;

public interface GroupManager {
}
