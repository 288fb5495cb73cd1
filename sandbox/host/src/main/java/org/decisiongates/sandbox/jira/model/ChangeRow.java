package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.List;

/** What one person changed at one moment. */
public record ChangeRow(long id, long issueId, String authorKey, Instant at, List<ChangeItemRow> items) {

    public ChangeRow {
        items = List.copyOf(items);
    }
}
