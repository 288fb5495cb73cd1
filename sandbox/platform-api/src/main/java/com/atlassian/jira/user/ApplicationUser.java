package com.atlassian.jira.user;

public interface ApplicationUser {
    Long getId();
    String getKey();
    String getUsername();
    String getName();
    String getDisplayName();
    String getEmailAddress();
    boolean isActive();
    long getDirectoryId();
}
