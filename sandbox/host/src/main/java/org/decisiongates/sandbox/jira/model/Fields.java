package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields: Jira's own, which are fixed, and custom ones. Names of custom fields are not unique, as in Jira. */
public final class Fields {

    private static final List<FieldRow> SYSTEM = List.of(
            system("summary", "Summary", FieldType.TEXTFIELD), system("issuetype", "Issue Type", FieldType.ISSUETYPE),
            system("project", "Project", FieldType.PROJECT), system("issuekey", "Key", FieldType.KEY),
            system("status", "Status", FieldType.STATUS), system("priority", "Priority", FieldType.PRIORITY),
            system("resolution", "Resolution", FieldType.RESOLUTION), system("duedate", "Due Date", FieldType.DATEPICKER),
            system("assignee", "Assignee", FieldType.USERPICKER), system("reporter", "Reporter", FieldType.USERPICKER),
            system("creator", "Creator", FieldType.USERPICKER), system("description", "Description", FieldType.TEXTAREA),
            system("environment", "Environment", FieldType.TEXTAREA), system("labels", "Labels", FieldType.LABELS),
            system("created", "Created", FieldType.DATETIME), system("updated", "Updated", FieldType.DATETIME),
            system("resolutiondate", "Resolved", FieldType.DATETIME), system("comment", "Comment", FieldType.COMMENT),
            system(Versions.FIELD, "Fix Version/s", FieldType.VERSIONS), system(Levels.FIELD, "Security Level", FieldType.SECURITY),
            system("issuelinks", "Linked Issues", FieldType.LINKS));

    private static final String COLUMNS = "select id, name, description, field_type, searcher from jira_field ";

    private final Store store;

    Fields(Store store) {
        this.store = store;
    }

    public Optional<FieldRow> byId(String id) {
        if (id != null && id.startsWith(FieldRow.CUSTOM)) {
            return IssueTypes.number(id.substring(FieldRow.CUSTOM.length()))
                    .flatMap(number -> store.sql(COLUMNS + "where id = ?", number).query(this::row).optional());
        }
        return SYSTEM.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    public List<FieldRow> system() {
        return SYSTEM;
    }

    public List<FieldRow> custom() {
        return store.sql(COLUMNS + "order by id").query(this::row).list();
    }

    public List<FieldRow> all() {
        List<FieldRow> all = new ArrayList<>(SYSTEM);
        all.addAll(custom());
        return all;
    }

    public List<FieldRow> customNamed(String name) {
        return store.sql(COLUMNS + "where lower(name) = lower(?) order by id", Store.orEmpty(name)).query(this::row).list();
    }

    /** Creates a field of all issue types. */
    public FieldRow create(String name, String description, FieldType type, String searcherKey) {
        return create(name, description, type, searcherKey, List.of());
    }

    /** Creates a field of these issue types; of all, when none is named. */
    public FieldRow create(String name, String description, FieldType type, String searcherKey, List<String> issueTypeIds) {
        return store.inTransaction(() -> {
            long id = store.insert("insert into jira_field (name, description, field_type, searcher) values (?, ?, ?, ?)", name,
                    description,
                    type.name(), searcherKey);
            issueTypeIds.stream().distinct().forEach(
                    issueType -> store.sql("insert into jira_field_type (field_id, issue_type) values (?, ?)", id, issueType).update());
            return byId(FieldRow.CUSTOM + id).orElseThrow();
        });
    }

    /** @param issueTypeIds none for all types */
    public void applyTo(String id, List<String> issueTypeIds) {
        store.inTransaction(() -> {
            long number = byId(id).orElseThrow().number();
            store.sql("delete from jira_field_type where field_id = ?", number).update();
            issueTypeIds.stream().distinct().forEach(
                    issueType -> store.sql("insert into jira_field_type (field_id, issue_type) values (?, ?)", number, issueType).update());
            return number;
        });
    }

    public void update(String id, String name, String description, String searcherKey) {
        byId(id).filter(FieldRow::custom).ifPresent(field -> store.sql(
                "update jira_field set name = ?, description = ?, searcher = ? where id = ?", name, description, searcherKey,
                field.number())
                .update());
    }

    /** Removes a custom field with its options, its values and its places on screens. */
    public void delete(String id) {
        byId(id).filter(FieldRow::custom).ifPresent(field -> store.inTransaction(() -> {
            store.sql("delete from jira_issue_value where field_id = ?", id).update();
            store.sql("delete from jira_option where field_id = ?", id).update();
            store.sql("delete from jira_screen_item where field_id = ?", id).update();
            store.sql("delete from jira_field_type where field_id = ?", field.number()).update();
            store.sql("delete from jira_managed_item where item_id = ?", id).update();
            store.sql("delete from jira_field where id = ?", field.number()).update();
        }));
    }

    public List<OptionRow> options(String fieldId) {
        return store.sql("select id, field_id, option_value, disabled from jira_option where field_id = ? order by seq, id", fieldId)
                .query(Fields::option).list();
    }

    public Optional<OptionRow> option(long id) {
        return store.sql("select id, field_id, option_value, disabled from jira_option where id = ?", id).query(Fields::option).optional();
    }

    public List<OptionRow> optionsNamed(String value) {
        return store.sql("select id, field_id, option_value, disabled from jira_option where lower(option_value) = lower(?) order by id",
                value).query(Fields::option).list();
    }

    public OptionRow addOption(String fieldId, String value) {
        int position = options(fieldId).size();
        return option(store.insert("insert into jira_option (field_id, option_value, seq, disabled) values (?, ?, ?, 0)", fieldId, value,
                position)).orElseThrow();
    }

    private static FieldRow system(String id, String name, FieldType type) {
        return new FieldRow(id, name, "", type, "", List.of());
    }

    private FieldRow row(ResultSet rows, int number) throws SQLException {
        return new FieldRow(FieldRow.CUSTOM + rows.getLong(1), rows.getString(2), Store.orEmpty(rows.getString(3)),
                FieldType.valueOf(rows.getString(4)), Store.orEmpty(rows.getString(5)),
                store.sql("select issue_type from jira_field_type where field_id = ? order by issue_type", rows.getLong(1))
                        .query(String.class).list());
    }

    private static OptionRow option(ResultSet rows, int number) throws SQLException {
        return new OptionRow(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getInt(4) == 1);
    }
}
