package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The priorities, most urgent first. */
public final class Priorities {

    private static final String COLUMNS = "select id, name, description, colour from jira_priority ";

    private final Store store;

    Priorities(Store store) {
        this.store = store;
    }

    public Optional<PriorityRow> byId(String id) {
        return IssueTypes.number(id).flatMap(number -> store.sql(COLUMNS + "where id = ?", number).query(Priorities::row).optional());
    }

    public Optional<PriorityRow> byName(String name) {
        return store.sql(COLUMNS + "where lower(name) = lower(?)", Store.orEmpty(name)).query(Priorities::row).optional();
    }

    public List<PriorityRow> all() {
        return store.sql(COLUMNS + "order by id").query(Priorities::row).list();
    }

    /** The one a new issue gets. */
    public Optional<PriorityRow> initial() {
        return byName("Medium").or(() -> all().stream().findFirst());
    }

    public PriorityRow create(String name, String description, String colour) {
        long id = store.insert("insert into jira_priority (name, description, colour) values (?, ?, ?)", name, description, colour);
        return byId(String.valueOf(id)).orElseThrow();
    }

    private static PriorityRow row(ResultSet rows, int number) throws SQLException {
        return new PriorityRow(String.valueOf(rows.getLong(1)), rows.getString(2), Store.orEmpty(rows.getString(3)),
                Store.orEmpty(rows.getString(4)));
    }
}
