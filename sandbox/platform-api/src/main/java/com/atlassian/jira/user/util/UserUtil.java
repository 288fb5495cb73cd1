package com.atlassian.jira.user.util;

import java.util.Collection;

import com.atlassian.jira.user.ApplicationUser;

public interface UserUtil {
    Collection<ApplicationUser> getJiraAdministrators();
}
