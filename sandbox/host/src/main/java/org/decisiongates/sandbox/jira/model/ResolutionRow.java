package org.decisiongates.sandbox.jira.model;

/** Why an issue is settled. */
public record ResolutionRow(String id, String name, String description) {
}
