package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The projects. */
public final class Projects {

    private static final String COLUMNS = "select id, project_key, name, description, lead_key, issue_type_scheme, screen_scheme,"
            + " workflow_scheme from jira_project ";

    private final Store store;
    private final Permissions permissions;

    Projects(Store store, Permissions permissions) {
        this.store = store;
        this.permissions = permissions;
    }

    public Optional<ProjectRow> byId(long id) {
        return store.sql(COLUMNS + "where id = ?", id).query(Projects::row).optional();
    }

    /** The project of this key, whatever its case; a character that PostgreSQL does not store is in no key. */
    public Optional<ProjectRow> byKey(String key) {
        return key == null || key.indexOf('\0') >= 0 ? Optional.empty()
                : store.sql(COLUMNS + "where upper(project_key) = upper(?)", key).query(Projects::row).optional();
    }

    /** The project that had this key before it got another. */
    public Optional<ProjectRow> byFormerKey(String key) {
        return key == null || key.indexOf('\0') >= 0 ? Optional.empty()
                : store.sql(COLUMNS + "where id = (select project_id from jira_former_project_key where former_key = ?)", key)
                        .query(Projects::row).optional();
    }

    /** Gives a project and its issues another key; the old ones still lead to them. */
    public void changeKey(long id, String key) {
        store.inTransaction(() -> {
            store.sql("delete from jira_former_project_key where former_key = ?", key).update();
            store.sql("insert into jira_former_project_key (former_key, project_id) select project_key, id from jira_project where id = ?",
                    id).update();
            store.sql("insert into jira_moved_key (old_key, issue_id) select issue_key, id from jira_issue where project_id = ?", id)
                    .update();
            store.sql("update jira_issue set issue_key = concat(?, '-', issue_number) where project_id = ?", key, id).update();
            store.sql("update jira_project set project_key = ? where id = ?", key, id).update();
        });
    }

    public List<ProjectRow> all() {
        return store.sql(COLUMNS + "order by project_key").query(Projects::row).list();
    }

    /** The projects somebody may browse. */
    public List<ProjectRow> visibleTo(String userKey) {
        List<Long> ids = permissions.projects(Permission.BROWSE_PROJECTS, userKey);
        return all().stream().filter(project -> ids.contains(project.id())).toList();
    }

    /** Creates a project on the default schemes; it has no grants yet. */
    public ProjectRow create(String key, String name, String description, String leadKey) {
        long id = store.insert("insert into jira_project (project_key, name, description, lead_key, issue_type_scheme, screen_scheme,"
                + " workflow_scheme, issue_count) values (?, ?, ?, ?, ?, ?, ?, 0)", key, name, description, leadKey,
                IssueTypes.DEFAULT_SCHEME, Screens.DEFAULT_SCHEME, Workflows.DEFAULT_SCHEME);
        return byId(id).orElseThrow();
    }

    public boolean hasIssues(long id) {
        return store.sql("select count(*) from jira_issue where project_id = ?", id).query(Long.class).single() > 0;
    }

    /** Removes a project that holds no issues; its schemes stay, as in Jira. */
    public void delete(long id) {
        store.inTransaction(() -> {
            List.of("jira_project_permission", "jira_version", "jira_project_level_scheme")
                    .forEach(table -> store.sql("delete from " + table + " where project_id = ?", id).update());
            store.sql("delete from jira_project where id = ?", id).update();
        });
    }

    public void useIssueTypeScheme(long projectId, long schemeId) {
        store.sql("update jira_project set issue_type_scheme = ? where id = ?", schemeId, projectId).update();
    }

    public void useIssueTypeScreenScheme(long projectId, long schemeId) {
        store.sql("update jira_project set screen_scheme = ? where id = ?", schemeId, projectId).update();
    }

    public void useWorkflowScheme(long projectId, long schemeId) {
        store.sql("update jira_project set workflow_scheme = ? where id = ?", schemeId, projectId).update();
    }

    /** The next free issue number; the row lock of the update keeps two creations apart. */
    long nextNumber(long projectId) {
        store.sql("update jira_project set issue_count = issue_count + 1 where id = ?", projectId).update();
        return store.sql("select issue_count from jira_project where id = ?", projectId).query(Long.class).single();
    }

    /** Makes numbers up to {@code number} count as used. */
    void useNumber(long projectId, long number) {
        store.sql("update jira_project set issue_count = ? where id = ? and issue_count < ?", number, projectId, number).update();
    }

    private static ProjectRow row(ResultSet rows, int number) throws SQLException {
        return new ProjectRow(rows.getLong(1), rows.getString(2), rows.getString(3), Store.orEmpty(rows.getString(4)), rows.getString(5),
                rows.getLong(6), rows.getLong(7), rows.getLong(8));
    }
}
