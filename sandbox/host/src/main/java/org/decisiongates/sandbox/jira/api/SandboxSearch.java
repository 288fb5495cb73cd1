package org.decisiongates.sandbox.jira.api;

import java.util.List;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;

import org.decisiongates.sandbox.jira.model.JqlProblem;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.SearchPage;
import org.decisiongates.sandbox.jira.model.jql.JqlParser;

/** {@code com.atlassian.jira.bc.issue.search.SearchService}. Parsing asks only for grammar; values are checked when searching. */
record SandboxSearch(SandboxJira jira, JiraObjects objects) {

    private record Parsed(String jql) implements Query {

        @Override
        public String getQueryString() {
            return jql;
        }
    }

    public SearchService.ParseResult parseQuery(ApplicationUser user, String jql) {
        MessageSet errors = new MessageSetImpl();
        try {
            JqlParser.parse(jql);
            return new SearchService.ParseResult(new Parsed(jql), errors);
        } catch (JqlProblem e) {
            e.messages().forEach(errors::addErrorMessage);
            return new SearchService.ParseResult(null, errors);
        }
    }

    public MessageSet validateQuery(ApplicationUser user, Query query) {
        MessageSet errors = new MessageSetImpl();
        try {
            jira.search().check(SandboxUser.key(user), query.getQueryString());
        } catch (JqlProblem e) {
            e.messages().forEach(errors::addErrorMessage);
        }
        return errors;
    }

    public SearchResults<Issue> search(ApplicationUser user, Query query, PagerFilter<?> pager) throws SearchException {
        try {
            return results(jira.search().find(SandboxUser.key(user), query.getQueryString(), pager.getStart(), pager.getMax()), pager);
        } catch (JqlProblem e) {
            throw new SearchException(e.getMessage());
        }
    }

    public SearchResults<Issue> searchOverrideSecurity(ApplicationUser user, Query query, PagerFilter<?> pager) throws SearchException {
        try {
            return results(jira.search().findAll(SandboxUser.key(user), query.getQueryString(), pager.getStart(), pager.getMax()), pager);
        } catch (JqlProblem e) {
            throw new SearchException(e.getMessage());
        }
    }

    public long searchCount(ApplicationUser user, Query query) throws SearchException {
        try {
            return jira.search().count(SandboxUser.key(user), query.getQueryString());
        } catch (JqlProblem e) {
            throw new SearchException(e.getMessage());
        }
    }

    public long searchCountOverrideSecurity(ApplicationUser user, Query query) throws SearchException {
        try {
            return jira.search().countAll(SandboxUser.key(user), query.getQueryString());
        } catch (JqlProblem e) {
            throw new SearchException(e.getMessage());
        }
    }

    private SearchResults<Issue> results(SearchPage page, PagerFilter<?> pager) {
        List<Issue> issues = page.issues().stream().map(row -> (Issue) objects.issue(row.toTheSecond())).toList();
        return new SearchResults<>(issues, Math.toIntExact(page.total()), pager);
    }
}
