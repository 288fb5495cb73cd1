package org.decisiongates.sandbox.jira.model;

/** One field of one change; {@code fieldType} is {@code jira} or {@code custom}, ids beside the names people read, absent ones null. */
public record ChangeItemRow(String fieldType, String field, String from, String fromText, String to, String toText) {
}
