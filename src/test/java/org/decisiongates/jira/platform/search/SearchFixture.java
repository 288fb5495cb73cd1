package org.decisiongates.jira.platform.search;

import com.atlassian.jira.bc.issue.search.SearchService;

/** Makes what other packages only get from the container. */
public final class SearchFixture {

    private SearchFixture() {
    }

    public static Searches searches(SearchService search) {
        return new Searches(search);
    }

    public static Scopes scopes(SearchService search) {
        return new Scopes(new Searches(search));
    }
}
