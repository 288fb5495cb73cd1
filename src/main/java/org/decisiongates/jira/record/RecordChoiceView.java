package org.decisiongates.jira.record;

/** One of the values a field can have, and what people read for it. */
public record RecordChoiceView(String value, String label) {
}
