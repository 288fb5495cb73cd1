package com.atlassian.jira.user.util;

public interface UserManager {
}
