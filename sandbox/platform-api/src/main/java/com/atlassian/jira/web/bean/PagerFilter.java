package com.atlassian.jira.web.bean;

public class PagerFilter<T> {
    private int start;
    private int max = 20;

    public PagerFilter(int start, int max) {
        this.start = start;
        this.max = max;
    }

    public int getStart() {
        return start;
    }

    public int getMax() {
        return max;
    }
}
