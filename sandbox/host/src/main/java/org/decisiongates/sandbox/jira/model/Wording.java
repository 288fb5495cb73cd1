package org.decisiongates.sandbox.jira.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Raw values as people read them, and changes as Jira's history words them. */
final class Wording {

    private static final DateTimeFormatter HISTORY_DAY = DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH);
    /** Fields a change of which the history does not mention. */
    private static final List<String> SILENT = List.of("issuekey", "created", "updated", "resolutiondate", "creator", "comment",
            "issuelinks", "project");

    private final SandboxJira jira;

    Wording(SandboxJira jira) {
        this.jira = jira;
    }

    String display(FieldRow field, List<String> values) {
        return values.stream().map(value -> display(field, value)).collect(Collectors.joining(field.id().equals("labels") ? " " : ", "));
    }

    private String display(FieldRow field, String value) {
        return switch (field.type()) {
            case USERPICKER, MULTIUSERPICKER -> jira.users().byKey(value).map(UserRow::displayName).orElse(value);
            case SELECT, RADIOBUTTONS, MULTISELECT, MULTICHECKBOXES ->
                IssueTypes.number(value).flatMap(jira.fields()::option).map(OptionRow::value).orElse(value);
            case STATUS -> jira.statuses().byId(value).map(StatusRow::name).orElse(value);
            case PRIORITY -> jira.priorities().byId(value).map(PriorityRow::name).orElse(value);
            case RESOLUTION -> jira.resolutions().byId(value).map(ResolutionRow::name).orElse(value);
            case ISSUETYPE -> jira.issueTypes().byId(value).map(IssueTypeRow::name).orElse(value);
            case VERSIONS -> IssueTypes.number(value).flatMap(jira.versions()::byId).map(VersionRow::name).orElse(value);
            case SECURITY -> IssueTypes.number(value).flatMap(jira.levels()::byId).map(LevelRow::name).orElse(value);
            case PROJECT -> IssueTypes.number(value).flatMap(jira.projects()::byId).map(ProjectRow::name).orElse(value);
            default -> value;
        };
    }

    /** The items of a history entry for everything the draft changes. */
    List<ChangeItemRow> changes(IssueDraft draft) {
        List<ChangeItemRow> items = new ArrayList<>();
        for (String fieldId : draft.edited()) {
            if (draft.changes(fieldId) && !SILENT.contains(fieldId)) {
                List<String> before = draft.stored().orElseThrow().values(fieldId);
                jira.fields().byId(fieldId).ifPresent(field -> items.addAll(field.type() == FieldType.VERSIONS
                        ? versions(before, draft.values(fieldId))
                        : List.of(item(field, before, draft.values(fieldId)))));
            }
        }
        return items;
    }

    /** Jira's history has an item for each version that came or went. */
    private List<ChangeItemRow> versions(List<String> before, List<String> after) {
        List<ChangeItemRow> items = new ArrayList<>();
        before.stream().filter(id -> !after.contains(id))
                .forEach(id -> items.add(new ChangeItemRow("jira", "Fix Version", id, version(id), null, null)));
        after.stream().filter(id -> !before.contains(id))
                .forEach(id -> items.add(new ChangeItemRow("jira", "Fix Version", null, null, id, version(id))));
        return items;
    }

    private String version(String id) {
        return IssueTypes.number(id).flatMap(jira.versions()::byId).map(VersionRow::name).orElse(id);
    }

    private ChangeItemRow item(FieldRow field, List<String> before, List<String> after) {
        return new ChangeItemRow(field.custom() ? "custom" : "jira", field.custom() ? field.name() : field.id(), id(field, before),
                text(field, before), id(field, after), text(field, after));
    }

    private String id(FieldRow field, List<String> values) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA, URL, FLOAT, LABELS, KEY, COMMENT, LINKS -> null;
            case MULTISELECT, MULTICHECKBOXES, MULTIUSERPICKER -> values.isEmpty() ? null : "[" + String.join(", ", values) + "]";
            default -> values.isEmpty() ? null : values.get(0);
        };
    }

    private String text(FieldRow field, List<String> values) {
        if (field.id().equals("labels")) {
            return String.join(" ", values);
        }
        if (values.isEmpty()) {
            return null;
        }
        if (field.type() == FieldType.DATEPICKER) {
            // Jira words its own due date as a timestamp and a custom date as people write it
            return field.custom() ? LocalDate.parse(values.get(0)).format(HISTORY_DAY) : values.get(0) + " 00:00:00.0";
        }
        return Objects.toString(display(field, values));
    }
}
