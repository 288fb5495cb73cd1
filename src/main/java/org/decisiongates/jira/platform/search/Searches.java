package org.decisiongates.jira.platform.search;

import java.util.List;
import java.util.Set;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.query.Query;

/** Runs the app's own searches. One that Jira does not understand or cannot answer is an error, never an empty list. */
@JiraComponent
public class Searches {

    private final SearchService search;

    Searches(SearchService search) {
        this.search = search;
    }

    /**
     * What the reader of {@code visibility} may browse of it, at most {@code most} issues; of more the rest is only counted. One search.
     */
    public Found find(Visibility visibility, String jql, int most) {
        return visibility.unrestricted() ? findAll(jql, most) : find(visibility.reader(), jql, most);
    }

    /** What {@code reader} may browse of it, at most {@code most} issues; of more the rest is only counted. One search. */
    public Found find(ApplicationUser reader, String jql, int most) {
        return asked(reader, jql, query -> found(search.search(reader, query, new PagerFilter<>(0, most))));
    }

    /**
     * A part of what {@code reader} may browse of it, {@code most} issues behind the first {@code start}, and how many there are in all.
     */
    public Found page(ApplicationUser reader, String jql, int start, int most) {
        return asked(reader, jql, query -> found(search.search(reader, query, new PagerFilter<>(start, most))));
    }

    /** All of it, whoever may browse what, at most {@code most} issues; of more the rest is only counted. One search. */
    private Found findAll(String jql, int most) {
        return asked(null, jql, query -> found(search.searchOverrideSecurity(null, query, new PagerFilter<>(0, most))));
    }

    /** How many issues {@code reader} may browse of it. One search. */
    public long count(ApplicationUser reader, String jql) {
        return asked(reader, jql, query -> search.searchCount(reader, query));
    }

    /** How many issues there are of it, whoever may browse them. One search. */
    public long countAll(ApplicationUser reader, String jql) {
        return asked(reader, jql, query -> search.searchCountOverrideSecurity(reader, query));
    }

    /** Jira's objections to a query as typed; nothing when it can be searched for. */
    public Set<String> complaints(ApplicationUser reader, String jql) {
        SearchService.ParseResult query = search.parseQuery(reader, jql);
        return query.isValid() ? search.validateQuery(reader, query.getQuery()).getErrorMessages() : query.getErrors().getErrorMessages();
    }

    private <T> T asked(ApplicationUser reader, String jql, Search<T> work) {
        SearchService.ParseResult query = search.parseQuery(reader, jql);
        if (!query.isValid()) {
            throw new IllegalStateException("Jira does not understand " + jql + ": " + query.getErrors().getErrorMessages());
        }
        try {
            return work.of(query.getQuery());
        } catch (SearchException e) {
            throw new IllegalStateException("Jira could not search for " + jql, e);
        }
    }

    private static Found found(SearchResults<Issue> results) {
        return new Found(List.copyOf(results.getResults()), results.getTotal());
    }

    private interface Search<T> {
        T of(Query query) throws SearchException;
    }

    /** The issues that travel, and how many there are in all. */
    public record Found(List<Issue> issues, long total) {

        public static final Found NOTHING = new Found(List.of(), 0);
    }
}
