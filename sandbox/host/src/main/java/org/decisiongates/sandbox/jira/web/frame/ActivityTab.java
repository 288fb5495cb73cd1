package org.decisiongates.sandbox.jira.web.frame;

/**
 * A tab that an app adds to the activity of an issue.
 *
 * @param label plain text
 * @param html  finished markup where the tab is chosen; else empty text
 */
public record ActivityTab(String key, String completeKey, String label, boolean chosen, String html) {
}
