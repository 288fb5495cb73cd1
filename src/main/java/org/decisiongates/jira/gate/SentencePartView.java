package org.decisiongates.jira.gate;

/**
 * A piece of the sentence that says what a rule claims.
 *
 * @param setting name of the input that holds this value; empty text for words between values
 */
public record SentencePartView(String text, String setting) {
}
