package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The resolutions. */
public final class Resolutions {

    private static final String COLUMNS = "select id, name, description from jira_resolution ";

    private final Store store;

    Resolutions(Store store) {
        this.store = store;
    }

    public Optional<ResolutionRow> byId(String id) {
        return IssueTypes.number(id).flatMap(number -> store.sql(COLUMNS + "where id = ?", number).query(Resolutions::row).optional());
    }

    public Optional<ResolutionRow> byName(String name) {
        return store.sql(COLUMNS + "where lower(name) = lower(?)", Store.orEmpty(name)).query(Resolutions::row).optional();
    }

    public List<ResolutionRow> all() {
        return store.sql(COLUMNS + "order by id").query(Resolutions::row).list();
    }

    public ResolutionRow create(String name, String description) {
        long id = store.insert("insert into jira_resolution (name, description) values (?, ?)", name, description);
        return byId(String.valueOf(id)).orElseThrow();
    }

    private static ResolutionRow row(ResultSet rows, int number) throws SQLException {
        return new ResolutionRow(String.valueOf(rows.getLong(1)), rows.getString(2), Store.orEmpty(rows.getString(3)));
    }
}
