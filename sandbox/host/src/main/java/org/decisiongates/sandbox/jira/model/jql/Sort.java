package org.decisiongates.sandbox.jira.model.jql;

/** One field of an order. */
public record Sort(String field, boolean descending) {
}
