package com.atlassian.jira.issue.link;

public interface IssueLinkTypeManager {
}
