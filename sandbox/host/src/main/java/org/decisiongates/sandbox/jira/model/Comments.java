package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Comments on issues. */
public final class Comments {

    private static final String COLUMNS = "select id, issue_id, author, body, created, updated, group_level, role_level from jira_comment ";

    private final Store store;
    private final SandboxJira jira;

    Comments(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
    }

    public List<CommentRow> of(long issueId) {
        return store.sql(COLUMNS + "where issue_id = ? order by created, id", issueId).query(Comments::row).list();
    }

    /** Those that {@code userKey} (null: nobody logged in) may see of an issue that he may see. */
    public List<CommentRow> visible(long issueId, String userKey) {
        Set<String> groups = jira.users().groups(userKey);
        return of(issueId).stream().filter(comment -> comment.groupLevel() == null || groups.contains(comment.groupLevel()))
                .filter(comment -> comment.roleLevel() == null || jira.roles().has(userKey, comment.roleLevel(),
                        jira.issues().byId(issueId).orElseThrow().projectId()))
                .toList();
    }

    /** Shows a comment to a group alone. */
    public void restrict(long id, String group) {
        store.sql("update jira_comment set group_level = ? where id = ?", group, id).update();
    }

    /** Shows a comment to those with a role in the project alone. */
    public void restrictToRole(long id, long roleId) {
        store.sql("update jira_comment set role_level = ? where id = ?", roleId, id).update();
    }

    public Optional<CommentRow> byId(long id) {
        return store.sql(COLUMNS + "where id = ?", id).query(Comments::row).optional();
    }

    /** Writes a comment, whoever asks; {@link Issues#comment} checks what somebody may. */
    public CommentRow create(long issueId, String authorKey, String body, Instant created) {
        long id = insert(issueId, authorKey, body, created);
        store.sql("update jira_issue set updated = ? where id = ? and updated < ?", Store.millis(created), issueId, Store.millis(created))
                .update();
        return byId(id).orElseThrow();
    }

    long insert(long issueId, String authorKey, String body, Instant created) {
        return store.insert("insert into jira_comment (issue_id, author, body, created, updated) values (?, ?, ?, ?, ?)", issueId,
                authorKey,
                body, Store.millis(created), Store.millis(created));
    }

    public void update(long id, String body) {
        store.sql("update jira_comment set body = ?, updated = ? where id = ?", body, Store.millis(jira.clock().instant()), id).update();
    }

    public void delete(long id) {
        store.sql("delete from jira_comment where id = ?", id).update();
    }

    private static CommentRow row(ResultSet rows, int number) throws SQLException {
        return new CommentRow(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4), Store.instant(rows.getLong(5)),
                Store.instant(rows.getLong(6)), rows.getString(7), rows.getObject(8, Long.class));
    }
}
