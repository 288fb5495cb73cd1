package org.decisiongates.jira.policy;

/** What a rule says of the issue that the policy is tried on. */
public record PreviewView(String status, String style, String text) {
}
