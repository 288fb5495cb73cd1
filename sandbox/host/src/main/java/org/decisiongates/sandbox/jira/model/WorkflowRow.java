package org.decisiongates.sandbox.jira.model;

import java.time.Instant;

/** A stored workflow, or the draft of one. */
public record WorkflowRow(String name, boolean draft, String description, String xml, Instant updated, String updatedBy) {

    /** The one that comes with Jira and cannot be edited. */
    public static final String SYSTEM = "jira";

    public boolean system() {
        return SYSTEM.equals(name);
    }
}
