package org.decisiongates.jira.approval;

/**
 * A scope change on the panel of approvals.
 *
 * @param key  of the issue; empty text where the reader may not see it
 * @param href its page
 * @param what what it is worth, as a sentence without its end
 */
public record ScopeChangeRowView(String key, String href, String what) {
}
