package com.atlassian.jira.issue.search;

import java.util.List;

import com.atlassian.jira.web.bean.PagerFilter;

public class SearchResults<T> {
    private final List<T> results;
    private final int total;
    private final PagerFilter<?> pager;

    public SearchResults(List<T> results, int total, PagerFilter<?> pager) {
        this.results = results;
        this.total = total;
        this.pager = pager;
    }

    public List<T> getResults() {
        return results;
    }

    public int getTotal() {
        return total;
    }
}
