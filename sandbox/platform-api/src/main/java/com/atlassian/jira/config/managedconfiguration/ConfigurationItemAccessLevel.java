package com.atlassian.jira.config.managedconfiguration;

public enum ConfigurationItemAccessLevel {
    ADMIN, SYS_ADMIN, LOCKED
}
