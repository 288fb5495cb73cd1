package org.decisiongates.jira.approval;

/**
 * Something that is typed.
 *
 * @param error what is wrong with it; empty text for nothing
 */
public record DelegationInputView(String value, String error) {
}
