package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Project roles, and the groups that have them in a project. */
public final class Roles {

    private final Store store;

    Roles(Store store) {
        this.store = store;
    }

    public List<RoleRow> all() {
        return store.sql("select id, name from jira_role order by id").query(Roles::row).list();
    }

    public Optional<RoleRow> byId(long id) {
        return store.sql("select id, name from jira_role where id = ?", id).query(Roles::row).optional();
    }

    public RoleRow create(String name) {
        return byId(store.insert("insert into jira_role (name) values (?)", name)).orElseThrow();
    }

    public void grant(long roleId, long projectId, String group) {
        store.sql("insert into jira_role_actor (role_id, project_id, group_name) values (?, ?, ?)", roleId, projectId, group).update();
    }

    public boolean has(String userKey, long roleId, long projectId) {
        return store.sql("select count(*) from jira_role_actor a join jira_membership m on m.group_name = a.group_name"
                + " where a.role_id = ? and a.project_id = ? and m.user_key = ?", roleId, projectId, Store.orEmpty(userKey))
                .query(Long.class).single() > 0;
    }

    private static RoleRow row(ResultSet rows, int number) throws SQLException {
        return new RoleRow(rows.getLong(1), rows.getString(2));
    }
}
