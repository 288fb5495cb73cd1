package com.atlassian.jira.timezone;

public interface TimeZoneManager {
}
