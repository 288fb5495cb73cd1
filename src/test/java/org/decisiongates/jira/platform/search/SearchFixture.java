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
    public static Visibility whole(SearchScope scope, ApplicationUser reader) {
        return Visibility.whole(scope, reader, scope.project().orElseThrow().getId());
    }

    public static Scopes scopes(SearchService search) {
        return new Scopes(new Searches(search));
    }
}
