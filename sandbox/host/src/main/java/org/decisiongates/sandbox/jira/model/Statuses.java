package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The statuses. */
public final class Statuses {

    private static final String COLUMNS = "select id, name, description, category from jira_status ";

    private final Store store;

    Statuses(Store store) {
        this.store = store;
    }

    public Optional<StatusRow> byId(String id) {
        return IssueTypes.number(id).flatMap(number -> store.sql(COLUMNS + "where id = ?", number).query(Statuses::row).optional());
    }

    public Optional<StatusRow> byName(String name) {
        return store.sql(COLUMNS + "where lower(name) = lower(?)", Store.orEmpty(name)).query(Statuses::row).optional();
    }

    public List<StatusRow> all() {
        return store.sql(COLUMNS + "order by id").query(Statuses::row).list();
    }

    public StatusRow create(String name, String description, StatusCategory category) {
        if (byName(name).isPresent()) {
            throw new IllegalArgumentException("A status named '" + name + "' already exists.");
        }
        long id = store.insert("insert into jira_status (name, description, category) values (?, ?, ?)", name, description, category.key());
        return byId(String.valueOf(id)).orElseThrow();
    }

    public void update(String id, String name, String description, StatusCategory category) {
        store.sql("update jira_status set name = ?, description = ?, category = ? where id = ?", name, description, category.key(),
                Long.parseLong(id)).update();
    }

    /** Removes a status; histories go on naming it. */
    public void delete(String id) {
        store.sql("delete from jira_status where id = ?", Long.parseLong(id)).update();
    }

    private static StatusRow row(ResultSet rows, int number) throws SQLException {
        return new StatusRow(String.valueOf(rows.getLong(1)), rows.getString(2), Store.orEmpty(rows.getString(3)),
                StatusCategory.of(rows.getString(4)));
    }
}
