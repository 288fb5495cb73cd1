package com.atlassian.jira.issue.watchers;

import java.util.Collection;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

public interface WatcherManager {
    Collection<ApplicationUser> getWatchersUnsorted(Issue issue);
}
