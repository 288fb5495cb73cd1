package com.atlassian.jira.bc;

public interface ServiceOutcome<T> extends ServiceResult {
}
