package org.decisiongates.jira.approval;

/**
 * A row of what is approved.
 *
 * @param name what it is, such as an option; empty text where the name of its section says that
 * @param text what it says
 */
public record ApprovalContentPartView(String name, String text) {
}
