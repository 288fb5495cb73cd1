package org.decisiongates.summary;

/**
 * Something somebody is asked to do next, found by rule.
 *
 * @param kind stable name: {@code name-an-owner}, {@code resolve-overdue}, {@code set-a-due-date}, {@code write-a-fallback},
 *             {@code decide-overdue}, {@code record-the-actual}
 */
public record Ask(String kind, String key, String summary) {
}
