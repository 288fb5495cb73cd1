package org.decisiongates.jira.phase;

import java.util.List;

/**
 * The statuses of one type.
 *
 * @param type key of the type
 * @param title its name
 */
public record PhaseTableView(String type, String title, List<PhaseRowView> rows) {

    public PhaseTableView {
        rows = List.copyOf(rows);
    }
}
