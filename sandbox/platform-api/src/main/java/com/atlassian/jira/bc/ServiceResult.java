package com.atlassian.jira.bc;

public interface ServiceResult {
}
