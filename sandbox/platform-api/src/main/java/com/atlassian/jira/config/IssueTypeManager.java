package com.atlassian.jira.config;

import com.atlassian.jira.issue.issuetype.IssueType;
import java.util.Collection;

public interface IssueTypeManager {
    IssueType createIssueType(String name, String description, Long avatarId);
    IssueType createSubTaskIssueType(String name, String description, Long avatarId);
    void updateIssueType(IssueType type, String name, String description, Long avatarId);
    Collection<IssueType> getIssueTypes();
    IssueType getIssueType(String id);
    Collection<IssueType> getAvailableIssueTypes(IssueType type);
    boolean hasAssociatedIssues(IssueType type);
    void removeIssueType(String id, String newIssueTypeId);
}
