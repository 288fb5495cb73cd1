package org.decisiongates.issue;

import java.util.Objects;

/**
 * A field that a rule reads, by name: one of the app's own fields, or any field of the host by the host's id ({@code duedate},
 * {@code assignee}, {@code customfield_10200}).
 */
public record Field(String id) {

    /** Who answers for the item. */
    public static final Field OWNER = new Field("owner");
    /** The day by which it must be settled; Jira's own due date. */
    public static final Field DUE_DATE = new Field("duedate");
    /** What must be true for the outcome to be accepted, one criterion a line. */
    public static final Field ACCEPTANCE_CRITERIA = new Field("acceptance-criteria");
    /** What happens if it is not settled in time. */
    public static final Field FALLBACK = new Field("fallback");

    /** What kind of issue it is; the host's own. */
    public static final Field ISSUE_TYPE = new Field("issuetype");
    /** How urgent it is; the host's own. */
    public static final Field PRIORITY = new Field("priority");

    /** The longest id a setting may hold. */
    public static final int MAX_ID_LENGTH = 100;

    public Field {
        Objects.requireNonNull(id, "id");
    }

    /** Whether {@code text} could be the id of a field at all. */
    public static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= MAX_ID_LENGTH
                && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    // fields are keys wherever a rule reads; what Java generates for a record uses up the compiler's budget for inlining (ADR-0064)
    @Override
    public boolean equals(Object other) {
        return other instanceof Field field && id.equals(field.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
