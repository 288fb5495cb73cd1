package org.decisiongates.jira.review;

/**
 * A step of a thread.
 *
 * @param actor what the person is called
 * @param what  what the person did, in words
 * @param at    when
 * @param text  what was written; empty text where nothing was
 */
public record FeedbackStepView(String actor, String what, String at, String text) {
}
