package org.decisiongates.sandbox.jira.model;

/** An account; the key never changes, the name may. */
public record UserRow(long id, String key, String name, String displayName, String email, boolean active) {
}
