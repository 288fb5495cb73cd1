package org.decisiongates.jira.task;

/**
 * How far a background task is, as the template sees it.
 *
 * @param page    the page itself, to load it again
 * @param address where REST tells of the task
 * @param done    how much of {@code total} is done
 * @param total   1 while nobody knows
 * @param text    the same in words
 * @param pattern the words, with {0} and {1} in place of the numbers
 */
public record ProgressView(String page, String address, int done, int total, String text, String pattern) {
}
