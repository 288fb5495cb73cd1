package org.decisiongates.jira.project;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** Counts issues, seen or not: what would be changed is changed for everybody. */
@JiraComponent
class IssueCount {

    private final SearchService search;
    private final JiraAuthenticationContext authentication;

    IssueCount(SearchService search, JiraAuthenticationContext authentication) {
        this.search = search;
        this.authentication = authentication;
    }

    long of(Project project, String issueTypeId) {
        ApplicationUser user = authentication.getLoggedInUser();
        SearchService.ParseResult query = search.parseQuery(user, "project = " + project.getId() + " AND issuetype = " + issueTypeId);
        if (!query.isValid()) {
            throw new IllegalStateException(
                    "issues of type " + issueTypeId + " cannot be counted: " + query.getErrors().getErrorMessages());
        }
        try {
            return search.searchCountOverrideSecurity(user, query.getQuery());
        } catch (SearchException e) {
            throw new IllegalStateException("issues of type " + issueTypeId + " cannot be counted", e);
        }
    }
}
