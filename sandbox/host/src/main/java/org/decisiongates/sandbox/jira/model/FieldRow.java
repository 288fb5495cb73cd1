package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** A field, the system's own or a custom one ({@code customfield_10000}); {@code issueTypeIds} is empty where it is for all types. */
public record FieldRow(String id, String name, String description, FieldType type, String searcherKey,
        List<String> issueTypeIds) {

    static final String CUSTOM = "customfield_";

    public FieldRow {
        issueTypeIds = List.copyOf(issueTypeIds);
    }

    /** Whether issues of this type have the field at all. */
    public boolean appliesTo(String issueTypeId) {
        return issueTypeIds.isEmpty() || issueTypeIds.contains(issueTypeId);
    }

    public boolean custom() {
        return id.startsWith(CUSTOM);
    }

    /** The number in a custom field's id. */
    public long number() {
        return Long.parseLong(id.substring(CUSTOM.length()));
    }
}
