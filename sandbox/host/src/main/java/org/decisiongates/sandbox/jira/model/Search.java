package org.decisiongates.sandbox.jira.model;

/** Finds issues by JQL; always trimmed to what the searcher may browse. */
public final class Search {

    private final Store store;
    private final SandboxJira jira;

    Search(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
    }

    /** One page of what the query finds. */
    public SearchPage find(String userKey, String jql, int start, int max) throws JqlProblem {
        throw new UnsupportedOperationException();
    }

    /** How many issues the query finds. */
    public long count(String userKey, String jql) throws JqlProblem {
        throw new UnsupportedOperationException();
    }
}
