package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Files on issues, by their names and kinds. */
public final class Attachments {

    private final Store store;

    Attachments(Store store) {
        this.store = store;
    }

    public List<AttachmentRow> of(long issueId) {
        return store.sql("select id, issue_id, author, file_name, mime_type, created from jira_attachment where issue_id = ? order by id",
                issueId).query(Attachments::row).list();
    }

    public void create(long issueId, String authorKey, String fileName, String mimeType, Instant created) {
        store.insert("insert into jira_attachment (issue_id, author, file_name, mime_type, created) values (?, ?, ?, ?, ?)", issueId,
                authorKey, fileName, mimeType, Store.millis(created));
    }

    private static AttachmentRow row(ResultSet rows, int number) throws SQLException {
        return new AttachmentRow(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4), rows.getString(5),
                Store.instant(rows.getLong(6)));
    }
}
