package com.atlassian.jira.bc.user.search;

import java.util.List;

import com.atlassian.jira.user.ApplicationUser;

public interface UserSearchService {
    List<ApplicationUser> findUsers(String query, UserSearchParams params);
}
