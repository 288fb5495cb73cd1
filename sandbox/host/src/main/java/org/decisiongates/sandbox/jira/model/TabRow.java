package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** A tab of a screen with its fields in order. */
public record TabRow(long id, long screenId, String name, int position, List<String> fieldIds) {

    public TabRow {
        fieldIds = List.copyOf(fieldIds);
    }
}
