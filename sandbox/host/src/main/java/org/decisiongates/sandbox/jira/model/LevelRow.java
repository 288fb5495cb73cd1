package org.decisiongates.sandbox.jira.model;

/** A security level: who is not granted it sees nothing of the issues that carry it. */
public record LevelRow(long id, long schemeId, String name) {
}
