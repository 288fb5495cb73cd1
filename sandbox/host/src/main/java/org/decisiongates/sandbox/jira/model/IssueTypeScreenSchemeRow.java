package org.decisiongates.sandbox.jira.model;

import java.util.Map;

/** Which screen scheme serves which issue type; the entry {@link #DEFAULT_ENTRY} answers for the types it does not name. */
public record IssueTypeScreenSchemeRow(long id, String name, String description, Map<String, Long> screenSchemes) {

    /** Stands for Jira's null issue type. */
    public static final String DEFAULT_ENTRY = "*";

    public IssueTypeScreenSchemeRow {
        screenSchemes = Map.copyOf(screenSchemes);
    }
}
