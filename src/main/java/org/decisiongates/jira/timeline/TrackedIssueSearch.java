package org.decisiongates.jira.timeline;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.query.Query;

import org.decisiongates.jira.platform.search.IssueTypeJql;
import org.decisiongates.jira.platform.time.ProjectTime;

/** Finds any number of issues, whatever their permissions. */
@JiraComponent
class TrackedIssueSearch {

    private final SearchService search;
    private final IssueTypeJql types;
    private final ProjectManager projects;
    private final ProjectTime time;

    TrackedIssueSearch(SearchService search, IssueTypeJql types, ProjectManager projects, ProjectTime time) {
        this.search = search;
        this.types = types;
        this.projects = projects;
        this.time = time;
    }

    /** Runs {@code work} on those updated since {@code since}, at most {@link TimeSlices#PAGE_SIZE} at once. */
    Reconciler.Outcome since(Instant since, Function<List<Issue>, Reconciler.Outcome> work) {
        return slices(work).updatedSince(since);
    }

    /** Runs {@code work} on the Decisions and Blockers of a project, at most {@link TimeSlices#PAGE_SIZE} at once. */
    Reconciler.Outcome of(Project project, Function<List<Issue>, Reconciler.Outcome> work) {
        return slices(work).created(condition(project));
    }

    /** How many Decisions and Blockers a project has. */
    long count(Project project) {
        String jql = condition(project);
        try {
            return search.searchCountOverrideSecurity(null, parsed(jql));
        } catch (SearchException e) {
            throw failed(jql, e);
        }
    }

    private TimeSlices slices(Function<List<Issue>, Reconciler.Outcome> work) {
        return new TimeSlices(this::page, () -> time.now().toInstant(),
                () -> projects.getProjectObjects().stream().map(project -> "project = " + project.getId()).toList(), work);
    }

    private String condition(Project project) {
        return "project = " + project.getId() + " AND " + types.both(project.getId())
                .orElseThrow(() -> new IllegalStateException("the issue types of decisions and blockers are not set up"));
    }

    private TimeSlices.Page page(String jql, int start, int most) {
        try {
            SearchResults<Issue> results = search.searchOverrideSecurity(null, parsed(jql), new PagerFilter<>(start, most));
            return new TimeSlices.Page(List.copyOf(results.getResults()), results.getTotal());
        } catch (SearchException e) {
            throw failed(jql, e);
        }
    }

    private Query parsed(String jql) {
        SearchService.ParseResult query = search.parseQuery(null, jql);
        if (!query.isValid()) {
            throw new IllegalStateException("Jira does not understand " + jql + ": " + query.getErrors().getErrorMessages());
        }
        return query.getQuery();
    }

    private static IllegalStateException failed(String jql, SearchException e) {
        return new IllegalStateException("Jira could not search for " + jql, e);
    }
}
