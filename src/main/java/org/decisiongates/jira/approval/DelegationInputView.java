package org.decisiongates.jira.approval;

/**
 * Something that is typed.
 *
 * @param error   what is wrong with it; empty text for nothing
 * @param focused whether the page opens with it: the first one with an error
 */
public record DelegationInputView(String value, String error, boolean focused) {
}
