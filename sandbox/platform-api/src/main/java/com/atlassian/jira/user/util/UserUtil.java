package com.atlassian.jira.user.util;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

public interface UserUtil {
    Collection<ApplicationUser> getJiraAdministrators();
}
