package org.decisiongates.takeout;

/**
 * A closed week as a page that needs nothing else.
 *
 * @param week {@code 2026-W47}
 * @param html the whole page
 */
public record WeekDocument(String week, String html) {
}
