package org.decisiongates.jira.summary;

import java.util.List;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.issuetype.OwnIssueType;
import org.decisiongates.jira.issuetype.OwnIssueTypes;

/** Finds the open issues of one of the app's types: one search, whatever their number. */
@JiraComponent
class OpenIssues {

    static final int MOST = 200;

    private final SearchService search;
    private final ConstantsManager constants;
    private final OwnIssueTypes own;

    OpenIssues(SearchService search, ConstantsManager constants, OwnIssueTypes own) {
        this.search = search;
        this.constants = constants;
        this.own = own;
    }

    /** Those {@code reader} may browse, the ones due first in front; of more than {@value #MOST} the rest is only counted. */
    Found of(OwnIssueType type, Project project, ApplicationUser reader) {
        String jql = jql(type, project);
        SearchService.ParseResult query = search.parseQuery(reader, jql);
        if (!query.isValid()) {
            throw new IllegalStateException("Jira does not understand " + jql + ": " + query.getErrors().getErrorMessages());
        }
        try {
            SearchResults<Issue> results = search.search(reader, query.getQuery(), new PagerFilter<>(0, MOST));
            return new Found(List.copyOf(results.getResults()), results.getTotal());
        } catch (SearchException e) {
            throw new IllegalStateException("Jira could not search for " + jql, e);
        }
    }

    private String jql(OwnIssueType type, Project project) {
        String id = own.idOf(type).orElseThrow(() -> new IllegalStateException("the issue type " + type.label() + " is not set up"));
        List<String> settled = own.settledStatusesOf(type).stream().filter(status -> constants.getStatus(status) != null).toList();
        return "project = " + project.getId() + " AND issuetype = " + id + " AND resolution is EMPTY"
                + (settled.isEmpty() ? "" : " AND status not in (" + String.join(", ", settled) + ")")
                + " ORDER BY duedate ASC, created ASC";
    }

    /** The open issues of a type, and how many there are in all. */
    record Found(List<Issue> issues, long total) {
    }
}
