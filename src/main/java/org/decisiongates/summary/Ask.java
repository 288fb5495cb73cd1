package org.decisiongates.summary;

/**
 * A next step that a rule asks of a person.
 *
 * @param kind stable name: {@code name-an-owner}, {@code resolve-overdue}, {@code set-a-due-date}, {@code write-a-fallback},
 *             {@code decide-overdue}, {@code record-the-actual}
 */
public record Ask(String kind, String key, String summary) {
}
