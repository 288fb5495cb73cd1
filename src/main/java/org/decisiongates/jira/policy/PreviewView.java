package org.decisiongates.jira.policy;

/**
 * What a rule says of the issue that the policy is tried on.
 *
 * @param note what follows where nothing is refused, and which other policies ask for the rule; empty text for neither
 */
public record PreviewView(String status, String style, String text, String note) {
}
