package org.decisiongates.jira.history;

import java.time.Instant;
import java.util.List;

/**
 * What somebody changed about an issue at one moment.
 *
 * @param id    Jira's id of the change group
 * @param actor user key; empty for nobody
 * @param at    when, UTC, milliseconds
 */
record HistoryGroup(long id, String actor, Instant at, List<HistoryItem> items) {

    HistoryGroup {
        items = List.copyOf(items);
    }

    String name() {
        return Long.toString(id);
    }
}
