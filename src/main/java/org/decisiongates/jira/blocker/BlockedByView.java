package org.decisiongates.jira.blocker;

import java.util.List;

/** What blocks the issue on the page, as its template sees it. */
public record BlockedByView(List<BlockedByRowView> rows) {

    public BlockedByView {
        rows = List.copyOf(rows);
    }
}
