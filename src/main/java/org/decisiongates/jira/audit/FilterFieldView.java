package org.decisiongates.jira.audit;

/**
 * A field of the filter.
 *
 * @param type of its input: {@code date} or {@code text}
 */
public record FilterFieldView(String name, String label, String value, String type) {
}
