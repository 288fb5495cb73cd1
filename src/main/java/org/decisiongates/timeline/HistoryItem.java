package org.decisiongates.timeline;

/**
 * What Jira's history says about one field at one moment; what it does not say is empty.
 *
 * @param custom   whether it is a custom field
 * @param field    name of a custom field, Jira's id of any other
 * @param from     id of the value before
 * @param fromText the value before as people read it
 * @param to       id of the value after
 * @param toText   the value after as people read it
 */
public record HistoryItem(boolean custom, String field, String from, String fromText, String to, String toText) {

    /** The value before: its id, or its words where it has none. */
    public String before() {
        return from.isEmpty() ? fromText : from;
    }

    /** The value after: its id, or its words where it has none. */
    public String after() {
        return to.isEmpty() ? toText : to;
    }
}
