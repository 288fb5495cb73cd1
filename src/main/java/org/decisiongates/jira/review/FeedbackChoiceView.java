package org.decisiongates.jira.review;

/**
 * A section to choose, or a step to take.
 *
 * @param value what is sent: a section, with a row of it behind a colon, or the end of an address
 * @param label what people read
 */
public record FeedbackChoiceView(String value, String label) {
}
