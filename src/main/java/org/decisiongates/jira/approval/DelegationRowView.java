package org.decisiongates.jira.approval;

/**
 * A delegation in a list.
 *
 * @param person   who stands in, or for whom
 * @param days     from when to when, in words
 * @param scope    for which projects, in words
 * @param id       number that ends it
 * @param end      what ends it, in words
 */
public record DelegationRowView(String person, String days, String scope, String id, String end) {
}
