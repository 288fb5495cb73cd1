package org.decisiongates.jira.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.issuetype.OwnIssueType;
import org.decisiongates.jira.issuetype.OwnIssueTypes;
import org.decisiongates.jira.issuetype.ProjectTime;

/** Finds issues in pages, whoever may see them. */
@JiraComponent
class FoundIssues {

    private static final int PAGE = 200;

    private final SearchService search;
    private final OwnIssueTypes own;
    private final ProjectTime time;

    FoundIssues(SearchService search, OwnIssueTypes own, ProjectTime time) {
        this.search = search;
        this.own = own;
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
        return page("updated >= -" + minutes + "m ORDER BY key ASC", start);
    }

    /** A page of the Decisions and Blockers of a project. */
    Page of(Project project, int start) {
        String types = Arrays.stream(OwnIssueType.values()).flatMap(type -> own.idOf(type).stream()).collect(Collectors.joining(", "));
        return page("project = " + project.getId() + " AND issuetype in (" + types + ") ORDER BY key ASC", start);
    }

    private Page page(String jql, int start) {
        SearchService.ParseResult query = search.parseQuery(null, jql);
        if (!query.isValid()) {
            throw new IllegalStateException("Jira does not understand " + jql + ": " + query.getErrors().getErrorMessages());
        }
        try {
            SearchResults<Issue> results = search.searchOverrideSecurity(null, query.getQuery(), new PagerFilter<>(start, PAGE));
            return new Page(List.copyOf(results.getResults()), results.getTotal());
        } catch (SearchException e) {
            throw new IllegalStateException("Jira could not search for " + jql, e);
        }
    }

    /** Works through all pages. */
    static Reconciler.Outcome each(IntFunction<Page> pages, Function<List<Issue>, Reconciler.Outcome> work) {
        Reconciler.Outcome outcome = Reconciler.Outcome.NOTHING;
        int start = 0;
        Page page = pages.apply(0);
        while (!page.issues().isEmpty()) {
            outcome = outcome.and(work.apply(page.issues()));
            start += page.issues().size();
            Page next = pages.apply(start);
            if (next.total() < page.total()) {
                // issues that were deleted meanwhile let the rest move up
                start = Math.max(0, start - page.total() + next.total());
                next = pages.apply(start);
            }
            page = next;
        }
        return outcome;
    }

    /** Some issues, and how many there are in all. */
    record Page(List<Issue> issues, int total) {
    }
}
