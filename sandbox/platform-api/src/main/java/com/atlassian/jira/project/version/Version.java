package com.atlassian.jira.project.version;

public interface Version {
    Long getId();
    String getName();
}
