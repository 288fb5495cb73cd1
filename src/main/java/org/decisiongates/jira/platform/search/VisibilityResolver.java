package org.decisiongates.jira.platform.search;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/**
 * Finds which issues of a scope a reader may see: for a project two counts, which agree when nothing is hidden, and one search when they
 * do not; for a query one search.
 */
@JiraComponent
public class VisibilityResolver {

    /** Beyond this many issues, it is not determined which of them a reader may see. */
    static final int MAX_ISSUES = 1_000;
    private static final int MAX_OTHERS = 500;

    private final Searches searches;
    private final IssueTypeJql types;
    private final HiddenIssueFilter hidden;

    VisibilityResolver(Searches searches, IssueTypeJql types, HiddenIssueFilter hidden) {
        this.searches = searches;
        this.types = types;
        this.hidden = hidden;
    }

    /**
     * @param others ids of issues that count as part of a project's scope whatever their type; of more than 500 the whole project counts
     */
    public Visibility of(ResolvedScope scope, ApplicationUser reader, Collection<Long> others) {
        String own = types.both(scope, reader)
                .orElseThrow(() -> new IllegalStateException("the issue types of decisions and blockers are not set up"));
        String jql = others.size() > MAX_OTHERS ? scope.condition()
                : scope.and(others.isEmpty() ? own : own + " OR " + JqlBuilder.issues(others));
        if (scope.project().isEmpty()) {
            return listed(scope, reader, searches.find(reader, jql, MAX_ISSUES), false);
        }
        if (searches.count(reader, jql) == searches.countAll(reader, jql)) {
            return Visibility.whole(scope, reader, scope.project().get().getId());
        }
        return listed(scope, reader, searches.find(reader, jql, MAX_ISSUES), true);
    }

    /** What {@code reader} may see of a scope and of issues that a record of it names, which may have left it since. */
    public Visibility ofRecord(ResolvedScope scope, ApplicationUser reader, Set<Long> named) {
        return without(of(scope, reader, named.stream().limit(HiddenIssueFilter.MAX_ISSUES).collect(Collectors.toSet())), named);
    }

    /** The same without those of {@code issueIds}, once in the scope, that the reader may not browse where they are now. */
    public Visibility without(Visibility visibility, Set<Long> issueIds) {
        return visibility.without(hidden.among(issueIds, visibility.reader()));
    }

    /** Whether the reader may browse every one of these issues, by the keys they have or had. */
    public boolean shows(Visibility visibility, Set<String> issueKeys) {
        return !hidden.any(issueKeys, visibility.reader());
    }

    private static Visibility listed(ResolvedScope scope, ApplicationUser reader, Searches.Found found, boolean partial) {
        Set<Long> projects = found.issues().stream().map(Issue::getProjectId).collect(Collectors.toSet());
        if (found.total() > MAX_ISSUES) {
            return new Visibility(scope, reader, Optional.empty(), projects, partial, true, Set.of(), false);
        }
        return new Visibility(scope, reader, Optional.of(found.issues().stream().map(Issue::getId).collect(Collectors.toSet())), projects,
                partial, false, Set.of(), false);
    }
}
