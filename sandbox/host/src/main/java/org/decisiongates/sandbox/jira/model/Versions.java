package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The releases of projects. Names are unique within a project, as in Jira. */
public final class Versions {

    /** The field of issues that names the releases they are meant for. */
    public static final String FIELD = "fixVersions";

    private static final String COLUMNS = "select id, project_id, name, description, start_day, release_day, "
            + "released, archived from jira_version ";

    private final Store store;

    Versions(Store store) {
        this.store = store;
    }

    public List<VersionRow> of(long projectId) {
        return store.sql(COLUMNS + "where project_id = ? order by id", projectId).query(Versions::row).list();
    }

    public Optional<VersionRow> byId(long id) {
        return store.sql(COLUMNS + "where id = ?", id).query(Versions::row).optional();
    }

    public List<VersionRow> named(String name) {
        return store.sql(COLUMNS + "where lower(name) = lower(?) order by id", name).query(Versions::row).list();
    }

    /** The version of this name or id in a project. */
    Optional<VersionRow> find(long projectId, String nameOrId) {
        return of(projectId).stream().filter(one -> String.valueOf(one.id()).equals(nameOrId) || one.name().equals(nameOrId)).findFirst();
    }

    /** Creates one; the id of {@code row} does not matter. */
    public VersionRow create(VersionRow row) {
        return byId(store.insert("insert into jira_version (project_id, name, description, start_day, release_day, released, archived)"
                + " values (?, ?, ?, ?, ?, ?, ?)", row.projectId(), row.name(), Store.orEmpty(row.description()), row.startDay(),
                row.releaseDay(),
                row.released() ? 1 : 0, row.archived() ? 1 : 0)).orElseThrow();
    }

    /** Everything but the project may change; histories of issues do not mention it. */
    public void update(VersionRow row) {
        store.sql(
                "update jira_version set name = ?, description = ?, start_day = ?, release_day = ?, released = ?, "
                        + "archived = ? where id = ?",
                row.name(), Store.orEmpty(row.description()), row.startDay(), row.releaseDay(), row.released() ? 1 : 0,
                row.archived() ? 1 : 0,
                row.id()).update();
    }

    private static VersionRow row(ResultSet rows, int number) throws SQLException {
        return new VersionRow(rows.getLong(1), rows.getLong(2), rows.getString(3), Store.orEmpty(rows.getString(4)), rows.getString(5),
                rows.getString(6), rows.getInt(7) == 1, rows.getInt(8) == 1);
    }
}
