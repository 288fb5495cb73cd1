package org.decisiongates.jira.platform.search;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.user.ApplicationUser;

/** Makes what other packages only get from the container. */
public final class SearchFixture {

    private SearchFixture() {
    }

    public static Searches searches(SearchService search) {
        return new Searches(search);
    }

    /** All of a project. */
    public static Visibility whole(ResolvedScope scope, ApplicationUser reader) {
        return Visibility.whole(scope, reader, scope.project().orElseThrow().getId());
    }

    public static ScopeResolver scopes(SearchService search) {
        return new ScopeResolver(new Searches(search));
    }
}
