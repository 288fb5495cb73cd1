package org.decisiongates.jira.platform.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/**
 * Tells which issues of a scope a reader may see: for a project two counts, which agree when nothing is hidden, and one search when they
 * do not; for a query one search.
 */
@JiraComponent
public class VisibilityResolver {

    /** Of more issues than this nobody tells which of them a reader may see. */
    static final int MOST = 1_000;
    private static final int MOST_OTHERS = 500;

    private final Searches searches;
    private final OwnIssueTypes own;

    VisibilityResolver(Searches searches, OwnIssueTypes own) {
        this.searches = searches;
        this.own = own;
    }

    /** @param others ids of issues that count as part of a project's scope whatever their type; of more than 500 the whole project counts */
    public Visibility of(SearchScope scope, ApplicationUser reader, Collection<Long> others) {
        String types = "issuetype in (" + String.join(", ", List.of(id(OwnIssueType.DECISION), id(OwnIssueType.BLOCKER))) + ")";
        String jql = others.size() > MOST_OTHERS ? scope.condition()
                : scope.and(others.isEmpty() ? types : types + " OR " + JqlBuilder.issues(others));
        if (scope.project().isEmpty()) {
            return listed(searches.find(reader, jql, MOST), false);
        }
        if (searches.count(reader, jql) == searches.countAll(reader, jql)) {
            return new Visibility(Optional.empty(), List.of(scope.project().get().getId()), false, false, Set.of());
        }
        return listed(searches.find(reader, jql, MOST), true);
    }

    private static Visibility listed(Searches.Found found, boolean partial) {
        Set<Long> projects = found.issues().stream().map(Issue::getProjectId).collect(Collectors.toSet());
        if (found.total() > MOST) {
            return new Visibility(Optional.empty(), projects, partial, true, Set.of());
        }
        return new Visibility(Optional.of(found.issues().stream().map(Issue::getId).collect(Collectors.toSet())), projects, partial, false,
                Set.of());
    }

    private String id(OwnIssueType type) {
        return own.idOf(type).orElseThrow(() -> new IllegalStateException("the issue type " + type.label() + " is not set up"));
    }
}
