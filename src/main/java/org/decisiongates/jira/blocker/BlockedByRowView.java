package org.decisiongates.jira.blocker;

/**
 * A Blocker on the page of the issue that it blocks.
 *
 * @param due     the due date in words, or that there is none
 * @param overdue whether that day is past
 * @param owner   who removes it, or that nobody does
 */
public record BlockedByRowView(String key, String href, String summary, String due, boolean overdue, String owner) {
}
