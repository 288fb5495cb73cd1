package org.decisiongates.sandbox.jira.model;

/** A project role. */
public record RoleRow(long id, String name) {
}
