package org.decisiongates.timeline;

import java.time.Instant;
import java.util.List;

/**
 * What one person changed about an issue at one moment.
 *
 * @param id    Jira's id of the change group
 * @param actor user key; empty for nobody
 * @param at    when, UTC, milliseconds
 */
public record HistoryGroup(long id, String actor, Instant at, List<HistoryItem> items) {

    public HistoryGroup {
        items = List.copyOf(items);
    }

    String name() {
        return Long.toString(id);
    }
}
