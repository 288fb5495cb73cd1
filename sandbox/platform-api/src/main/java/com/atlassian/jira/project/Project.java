package com.atlassian.jira.project;

import java.util.Collection;

import com.atlassian.jira.avatar.Avatar;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.user.ApplicationUser;

public interface Project {
    Long getId();
    String getKey();
    String getName();
    String getDescription();
    String getUrl();
    ApplicationUser getProjectLead();
    String getLeadUserKey();
    Collection<IssueType> getIssueTypes();
    Collection<Version> getVersions();
    Collection<ProjectComponent> getComponents();
    Avatar getAvatar();
    String getOriginalKey();
    boolean isArchived();
}
