package com.atlassian.jira.project.version;

public interface Version {
}
