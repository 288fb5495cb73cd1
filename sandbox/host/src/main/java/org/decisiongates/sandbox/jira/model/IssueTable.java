package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues in the database: rows, labels and values of custom fields. */
final class IssueTable {

    static final String COLUMNS = "i.id, i.issue_key, i.issue_number, i.project_id, i.issue_type, i.summary, i.description, i.environment,"
            + " i.assignee, i.reporter, i.creator, i.priority, i.status, i.resolution, i.due_date, i.created, i.updated, i.resolved,"
            + " i.workflow_entry";

    private static final String INSERT = "insert into jira_issue (issue_key, issue_number, project_id, issue_type, summary, description,"
            + " environment, assignee, reporter, creator, priority, status, resolution, due_date, created, updated, resolved,"
            + " workflow_entry) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update jira_issue set issue_type = ?, summary = ?, description = ?, "
            + "environment = ?, assignee = ?,"
            + " reporter = ?, priority = ?, status = ?, resolution = ?, due_date = ?, updated = ?, resolved = ? where id = ?";

    private final Store store;

    IssueTable(Store store) {
        this.store = store;
    }

    /** Reads whole issues from a statement that selects {@link #COLUMNS}, in its order, with two more statements whatever the number. */
    List<IssueRow> read(JdbcClient.StatementSpec statement) {
        List<IssueRow> bare = statement.query(IssueTable::row).list();
        List<Long> ids = bare.stream().map(IssueRow::id).toList();
        Map<Long, List<String>> labels = labels(ids);
        Map<Long, Map<String, List<String>>> values = values(ids);
        return bare.stream().map(issue -> with(issue, labels.getOrDefault(issue.id(), List.of()),
                values.getOrDefault(issue.id(), Map.of()))).toList();
    }

    long insert(IssueRow issue) {
        long id = store.insert(INSERT, issue.key(), issue.number(), issue.projectId(), issue.issueTypeId(), issue.summary(),
                issue.description(), issue.environment(), issue.assigneeKey(), issue.reporterKey(), issue.creatorKey(), issue.priorityId(),
                issue.statusId(), issue.resolutionId(), issue.dueDate(), Store.millis(issue.created()), Store.millis(issue.updated()),
                Store.millis(issue.resolved()), issue.workflowId());
        writeLabels(id, issue.labels());
        issue.custom().forEach((fieldId, values) -> writeValues(id, fieldId, values));
        return id;
    }

    /** Writes the row, and of the rest what differs from {@code before}. */
    void update(IssueRow before, IssueRow issue) {
        store.sql(UPDATE, issue.issueTypeId(), issue.summary(), issue.description(), issue.environment(), issue.assigneeKey(),
                issue.reporterKey(), issue.priorityId(), issue.statusId(), issue.resolutionId(), issue.dueDate(),
                Store.millis(issue.updated()), Store.millis(issue.resolved()), issue.id()).update();
        if (!issue.labels().equals(before.labels())) {
            store.sql("delete from jira_issue_label where issue_id = ?", issue.id()).update();
            writeLabels(issue.id(), issue.labels());
        }
        issue.custom().forEach((fieldId, values) -> {
            if (!values.equals(before.custom().get(fieldId))) {
                store.sql("delete from jira_issue_value where issue_id = ? and field_id = ?", issue.id(), fieldId).update();
                writeValues(issue.id(), fieldId, values);
            }
        });
    }

    void delete(long id) {
        store.sql("delete from jira_change_item where group_id in (select id from jira_change_group where issue_id = ?)", id).update();
        for (String table : List.of("jira_change_group", "jira_comment", "jira_issue_label", "jira_issue_value")) {
            store.sql("delete from " + table + " where issue_id = ?", id).update();
        }
        store.sql("delete from jira_moved_key where issue_id = ?", id).update();
        store.sql("delete from jira_issue where id = ?", id).update();
    }

    private void writeLabels(long id, List<String> labels) {
        for (int i = 0; i < labels.size(); i++) {
            store.sql("insert into jira_issue_label (issue_id, label, seq) values (?, ?, ?)", id, labels.get(i), i).update();
        }
    }

    private void writeValues(long id, String fieldId, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            store.sql("insert into jira_issue_value (issue_id, field_id, seq, text_value, number_value) values (?, ?, ?, ?, ?)", id,
                    fieldId, i,
                    values.get(i), number(values.get(i))).update();
        }
    }

    private static Double number(String value) {
        return value.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? Double.valueOf(value) : null;
    }

    private Map<Long, List<String>> labels(Collection<Long> ids) {
        Map<Long, List<String>> labels = new HashMap<>();
        inParts(ids,
                part -> store.jdbc().sql("select issue_id, label from jira_issue_label where issue_id in (:ids) order by issue_id, seq")
                        .param("ids", part).query(rows -> {
                            labels.computeIfAbsent(rows.getLong(1), none -> new ArrayList<>()).add(rows.getString(2));
                        }));
        return labels;
    }

    private Map<Long, Map<String, List<String>>> values(Collection<Long> ids) {
        Map<Long, Map<String, List<String>>> values = new HashMap<>();
        inParts(ids, part -> store.jdbc().sql("select issue_id, field_id, text_value from jira_issue_value where issue_id in (:ids)"
                + " order by issue_id, field_id, seq").param("ids", part).query(rows -> {
                    values.computeIfAbsent(rows.getLong(1), none -> new LinkedHashMap<>())
                            .computeIfAbsent(rows.getString(2), none -> new ArrayList<>()).add(rows.getString(3));
                }));
        return values;
    }

    private static void inParts(Collection<Long> ids, java.util.function.Consumer<List<Long>> work) {
        List<Long> all = List.copyOf(ids);
        for (int start = 0; start < all.size(); start += 500) {
            work.accept(all.subList(start, Math.min(all.size(), start + 500)));
        }
    }

    static IssueRow with(IssueRow issue, List<String> labels, Map<String, List<String>> custom) {
        return new IssueRow(issue.id(), issue.key(), issue.number(), issue.projectId(), issue.issueTypeId(), issue.summary(),
                issue.description(), issue.environment(), issue.assigneeKey(), issue.reporterKey(), issue.creatorKey(), issue.priorityId(),
                issue.statusId(), issue.resolutionId(), issue.dueDate(), issue.created(), issue.updated(), issue.resolved(),
                issue.workflowId(), labels, custom);
    }

    private static IssueRow row(ResultSet rows, int number) throws SQLException {
        long resolved = rows.getLong(18);
        boolean open = rows.wasNull();
        long entry = rows.getLong(19);
        boolean started = !rows.wasNull();
        return new IssueRow(rows.getLong(1), rows.getString(2), rows.getLong(3), rows.getLong(4), rows.getString(5),
                Objects.requireNonNull(rows.getString(6)), rows.getString(7), rows.getString(8), rows.getString(9), rows.getString(10),
                rows.getString(11), rows.getString(12), rows.getString(13), rows.getString(14), rows.getString(15),
                Store.instant(rows.getLong(16)), Store.instant(rows.getLong(17)), open ? null : Store.instant(resolved),
                started ? entry : null, List.of(), Map.of());
    }
}
