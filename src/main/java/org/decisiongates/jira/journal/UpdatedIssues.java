package org.decisiongates.jira.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.issuetype.ProjectTime;

/** Finds the issues that were touched lately, whoever may see them. */
@JiraComponent
class UpdatedIssues {

    private static final int PAGE = 200;

    private final SearchService search;
    private final ProjectTime time;

    UpdatedIssues(SearchService search, ProjectTime time) {
        this.search = search;
        this.time = time;
    }

    /**
     * A page of those updated since {@code since}, in the order of their keys: an update moves no issue to another page.
     *
     * @param start how many to pass over
     */
    Page since(Instant since, int start) {
        // a number of minutes means the same in every zone; what a date means depends on who searches
        long minutes = Math.max(1, Duration.between(since, time.now().instant()).toMinutes() + 1);
        SearchService.ParseResult query = search.parseQuery(null, "updated >= -" + minutes + "m ORDER BY key ASC");
        if (!query.isValid()) {
            throw new IllegalStateException("issues updated lately cannot be searched for: " + query.getErrors().getErrorMessages());
        }
        try {
            SearchResults<Issue> results = search.searchOverrideSecurity(null, query.getQuery(), new PagerFilter<>(start, PAGE));
            return new Page(List.copyOf(results.getResults()), results.getTotal());
        } catch (SearchException e) {
            throw new IllegalStateException("issues updated lately cannot be searched for", e);
        }
    }

    /** Some issues, and how many there are in all. */
    record Page(List<Issue> issues, int total) {
    }
}
