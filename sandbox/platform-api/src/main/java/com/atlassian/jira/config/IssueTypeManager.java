package com.atlassian.jira.config;

import com.atlassian.jira.issue.issuetype.IssueType;
import java.util.Collection;

public interface IssueTypeManager {
    IssueType createIssueType(String name, String description, Long avatarId);
    Collection<IssueType> getIssueTypes();
    IssueType getIssueType(String id);
}
