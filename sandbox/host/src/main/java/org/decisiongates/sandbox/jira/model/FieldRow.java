package org.decisiongates.sandbox.jira.model;

/** A field, the system's own or a custom one ({@code customfield_10000}). */
public record FieldRow(String id, String name, String description, FieldType type, String searcherKey) {

    static final String CUSTOM = "customfield_";

    public boolean custom() {
        return id.startsWith(CUSTOM);
    }

    /** The number in a custom field's id. */
    public long number() {
        return Long.parseLong(id.substring(CUSTOM.length()));
    }
}
