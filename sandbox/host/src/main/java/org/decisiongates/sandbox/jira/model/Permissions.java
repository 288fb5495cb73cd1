package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** Who may do what: grants to groups, per project and for the whole of Jira. */
public final class Permissions {

    /** A grant to everybody, logged in or not. */
    public static final String ANYONE = "*";

    private static final String GRANTED_TO = "(group_name = '*' or group_name in (select group_name from jira_membership m"
            + " join jira_user u on u.user_key = m.user_key where m.user_key = ? and u.active = 1))";

    private final Store store;
    private final Users users;

    Permissions(Store store, Users users) {
        this.store = store;
        this.users = users;
    }

    /** Whether {@code userKey} (null: nobody logged in) holds the permission in this project. */
    public boolean has(Permission permission, long projectId, String userKey) {
        return has(permission.name(), projectId, userKey);
    }

    /** The same for a permission by its key, which may be that of an app. */
    public boolean has(String permission, long projectId, String userKey) {
        return store.sql("select count(*) from jira_project_permission where project_id = ? and permission = ? and " + GRANTED_TO,
                projectId, permission, Store.orEmpty(userKey)).query(Long.class).single() > 0;
    }

    /** Ids of the projects in which {@code userKey} holds the permission. */
    public List<Long> projects(Permission permission, String userKey) {
        return store.sql("select distinct project_id from jira_project_permission where permission = ? and " + GRANTED_TO
                + " order by project_id", permission.name(), Store.orEmpty(userKey)).query(Long.class).list();
    }

    public boolean isAdmin(String userKey) {
        return global("ADMINISTER", userKey) || isSystemAdmin(userKey);
    }

    public boolean isSystemAdmin(String userKey) {
        return global("SYSTEM_ADMIN", userKey);
    }

    /** Active people who may be assigned issues of the project. */
    public List<UserRow> assignable(long projectId, String text, int max) {
        return users.search(text, 0, Integer.MAX_VALUE).stream()
                .filter(user -> has(Permission.ASSIGNABLE_USER, projectId, user.key())).limit(max).toList();
    }

    public void grant(long projectId, Permission permission, String group) {
        grant(projectId, permission.name(), group);
    }

    /** The same for a permission by its key, which may be that of an app. */
    public void grant(long projectId, String permission, String group) {
        revoke(projectId, permission, group);
        store.sql("insert into jira_project_permission (project_id, permission, group_name) values (?, ?, ?)", projectId,
                permission, group).update();
    }

    public void revoke(long projectId, Permission permission, String group) {
        revoke(projectId, permission.name(), group);
    }

    /** The same for a permission by its key, which may be that of an app. */
    public void revoke(long projectId, String permission, String group) {
        store.sql("delete from jira_project_permission where project_id = ? and permission = ? and group_name = ?", projectId,
                permission, group).update();
    }

    public void grantGlobal(String permission, String group) {
        store.sql("delete from jira_global_permission where permission = ? and group_name = ?", permission, group).update();
        store.sql("insert into jira_global_permission (permission, group_name) values (?, ?)", permission, group).update();
    }

    /** Holds for issues {@code i} that {@code userKey} may browse: by the project's grants and the security level. */
    static Sql mayBrowse(String userKey) {
        return Sql.joined("and", List.of(Sql.of("i.project_id in (select project_id from jira_project_permission where permission ="
                + " 'BROWSE_PROJECTS' and " + GRANTED_TO + ")", Store.orEmpty(userKey)), Levels.maySee(userKey)));
    }

    private boolean global(String permission, String userKey) {
        return store.sql("select count(*) from jira_global_permission where permission = ? and " + GRANTED_TO, permission,
                Store.orEmpty(userKey)).query(Long.class).single() > 0;
    }
}
