package org.decisiongates.sandbox.jira.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.decisiongates.sandbox.jira.model.ChangeItemRow;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.IssueTypeRow;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.PriorityRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusCategory;
import org.decisiongates.sandbox.jira.model.StatusRow;
import org.decisiongates.sandbox.jira.model.UserRow;
import org.decisiongates.sandbox.jira.model.Users;
import org.decisiongates.sandbox.jira.model.VersionRow;
import org.decisiongates.sandbox.jira.model.Versions;

/** Takes issues of an export into Jira, making the people, projects, types and statuses they name. */
final class ExportedIssue {

    private static final Pattern KEY = Pattern.compile("([A-Z][A-Z0-9_]{1,59})-([1-9]\\d{0,9})");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");
    private static final int TEXT = 32767;
    private static final int LINE = 255;
    private static final Set<String> KNOWN = Set.of("summary", "issuetype", "project", "status", "priority", "resolution", "duedate",
            "assignee", "reporter", "creator", "description", "environment", "labels", "created", "updated", "resolutiondate", "comment",
            "issuelinks", Versions.FIELD);

    private final SandboxJira jira;
    private final ImportReport report;
    private final Map<String, String> names;
    private final SampleTime shift;

    ExportedIssue(SandboxJira jira, ImportReport report, Map<String, String> names, SampleTime shift) {
        this.jira = jira;
        this.report = report;
        this.names = names;
        this.shift = shift;
    }

    /** Takes one issue with its history and comments; false when it was left out. */
    boolean take(JsonNode issue) {
        String key = issue.path("key").asText("");
        Matcher parts = KEY.matcher(key);
        JsonNode fields = issue.path("fields");
        if (!parts.matches() || !fields.isObject()) {
            report.skip(parts.matches() ? "issue " + key + ": it has no fields" : "an issue without a key that Jira could have given");
            return false;
        }
        if (jira.issues().byKey(key).isPresent()) {
            report.skip("issue " + key + ": it exists already");
            return false;
        }
        String summary = fields.path("summary").asText("").strip();
        JsonNode type = fields.path("issuetype");
        if (summary.isEmpty() || name(type).isEmpty() || name(fields.path("status")).isEmpty()) {
            report.skip("issue " + key + ": it lacks a summary, a type or a status");
            return false;
        }
        jira.together(() -> store(key, parts, issue, fields, summary));
        return true;
    }

    /** Whether a moment of the export comes after another one, once it is moved. */
    boolean isAfter(JsonNode moment, Instant limit) {
        return moment(moment).filter(at -> at.isAfter(limit)).isPresent();
    }

    /** Makes an issue that is here what the export says, with its history and comments since; false where it is not here. */
    boolean goOn(JsonNode issue, Instant since) {
        String key = issue.path("key").asText("");
        Matcher parts = KEY.matcher(key);
        Optional<IssueRow> here = parts.matches() ? jira.issues().byKey(key) : Optional.empty();
        here.ifPresent(before -> jira.together(() -> {
            jira.takeOn(before, row(key, parts, issue.path("fields"), oneLine(issue.path("fields").path("summary").asText("").strip())));
            comments(before, issue.path("fields").path("comment").path("comments"), since);
            history(before, issue.path("changelog").path("histories"), since);
        }));
        return here.isPresent();
    }

    private void store(String key, Matcher parts, JsonNode issue, JsonNode fields, String summary) {
        IssueRow stored = jira.take(row(key, parts, fields, summary), problem -> report.skip("issue " + key + ": " + problem));
        comments(stored, fields.path("comment").path("comments"), Instant.MIN);
        history(stored, issue.path("changelog").path("histories"), Instant.MIN);
        unknown(fields);
    }

    private IssueRow row(String key, Matcher parts, JsonNode fields, String summary) {
        ProjectRow project = project(parts.group(1), fields.path("project"));
        IssueTypeRow type = type(project, fields.path("issuetype"));
        StatusRow status = status(fields.path("status"));
        Instant created = moment(fields.path("created")).orElseGet(() -> jira.clock().instant().truncatedTo(ChronoUnit.MILLIS));
        Map<String, List<String>> custom = custom(key, fields, type);
        versions(project, fields.path(Versions.FIELD)).ifPresent(ids -> custom.put(Versions.FIELD, ids));
        return new IssueRow(0, key, Long.parseLong(parts.group(2)), project.id(), type.id(),
                cut(key, "summary", oneLine(summary), LINE),
                text(key, "description", fields), text(key, "environment", fields), user(fields.path("assignee")),
                user(fields.path("reporter")),
                user(fields.path("creator")), priority(key, fields.path("priority")), status.id(), resolution(fields.path("resolution")),
                day(fields.path("duedate").asText("")).orElse(null), created, moment(fields.path("updated")).orElse(created),
                fields.path("resolution").isObject() ? moment(fields.path("resolutiondate")).orElse(created) : null, null,
                labels(key, fields.path("labels")), custom);
    }

    private void unknown(JsonNode fields) {
        fields.fieldNames().forEachRemaining(id -> {
            if (!KNOWN.contains(id) && !id.startsWith("customfield_") && !empty(fields.path(id))) {
                report.skip("field '" + id + "', which the sandbox does not have");
            }
        });
    }

    boolean hasBoth(ExportedLink link) {
        return jira.issues().byKey(link.source()).isPresent() && jira.issues().byKey(link.destination()).isPresent();
    }

    /** @param isOld whether it has been there as long as the app looks back; others were made when the later of the two was */
    void link(ExportedLink link, boolean isOld) {
        Optional<IssueRow> source = jira.issues().byKey(link.source());
        Optional<IssueRow> destination = jira.issues().byKey(link.destination());
        if (source.isEmpty() || destination.isEmpty()) {
            report.skip("link " + link.source() + " " + link.outward() + " " + link.destination() + ": one of the two is not here");
            return;
        }
        long type = jira.links().typesNamed(link.type()).stream().findFirst()
                .orElseGet(() -> jira.links().createType(link.type(), link.inward(), link.outward())).id();
        if (jira.links().outward(source.get().id()).stream()
                .noneMatch(known -> known.type().id() == type && known.destinationId() == destination.get().id())) {
            if (isOld) {
                jira.takeLink(type, source.get().id(), destination.get().id());
            } else {
                IssueRow later = source.get().created().isAfter(destination.get().created()) ? source.get() : destination.get();
                jira.takeLink(type, source.get().id(), destination.get().id(), later.creatorKey(), later.created());
            }
            report.linked();
        }
    }

    private ProjectRow project(String key, JsonNode node) {
        return jira.projects().byKey(key).orElseGet(() -> {
            String name = name(node);
            ProjectRow made = jira.projects().create(key, name.isEmpty() ? key : cut(key, "project name", name, LINE), "", "admin");
            for (Permission permission : EnumSet.allOf(Permission.class)) {
                jira.permissions().grant(made.id(), permission, "jira-administrators");
                if (permission != Permission.ADMINISTER_PROJECTS) {
                    jira.permissions().grant(made.id(), permission, Users.LICENSED);
                }
            }
            return made;
        });
    }

    private IssueTypeRow type(ProjectRow project, JsonNode node) {
        IssueTypeRow type = jira.issueTypes().byName(name(node)).orElseGet(() -> jira.issueTypes().create(name(node),
                node.path("description").asText(""), jira.avatars().system("issuetype").get(0).id(),
                node.path("subtask").asBoolean(false)));
        jira.issueTypes().scheme(project.issueTypeSchemeId()).filter(scheme -> !scheme.issueTypeIds().contains(type.id()))
                .ifPresent(scheme -> {
                    List<String> ids = new ArrayList<>(scheme.issueTypeIds());
                    ids.add(type.id());
                    jira.issueTypes().setTypes(scheme.id(), ids);
                });
        return type;
    }

    private StatusRow status(JsonNode node) {
        return jira.statuses().byName(name(node)).orElseGet(() -> jira.statuses().create(name(node), node.path("description").asText(""),
                StatusCategory.of(node.path("statusCategory").path("key").asText(""))));
    }

    private String priority(String key, JsonNode node) {
        if (empty(node)) {
            return null;
        }
        Optional<PriorityRow> priority = jira.priorities().byName(name(node));
        if (priority.isEmpty()) {
            report.skip("priority '" + name(node) + "', which the sandbox does not have");
        }
        return priority.map(PriorityRow::id).orElse(null);
    }

    private String resolution(JsonNode node) {
        return name(node).isEmpty() ? null
                : jira.resolutions().byName(name(node))
                        .orElseGet(() -> jira.resolutions().create(name(node), node.path("description").asText(""))).id();
    }

    /** The key of the person here; made, when there is none of this name. */
    private String user(JsonNode node) {
        String name = node.path("name").asText(node.path("key").asText("")).strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LINE) {
            return null;
        }
        return jira.users().byName(name).orElseGet(() -> {
            UserRow made = jira.users().create(name, cut(name, "display name", node.path("displayName").asText(name), LINE),
                    cut(name, "address", node.path("emailAddress").asText(name + "@example.com"), LINE), name);
            jira.users().join(made.key(), Users.LICENSED);
            jira.users().setActive(made.key(), node.path("active").asBoolean(true));
            return made;
        }).key();
    }

    private List<String> labels(String key, JsonNode node) {
        List<String> labels = new ArrayList<>();
        for (JsonNode label : node) {
            String text = label.asText("");
            if (text.isBlank() || text.length() > LINE || text.chars().anyMatch(Character::isWhitespace)) {
                report.skip("issue " + key + ": a label that Jira would not take");
            } else if (!labels.contains(text)) {
                labels.add(text);
            }
        }
        return labels;
    }

    private Map<String, List<String>> custom(String key, JsonNode fields, IssueTypeRow type) {
        Map<String, List<String>> custom = new LinkedHashMap<>();
        fields.fieldNames().forEachRemaining(id -> {
            if (!id.startsWith("customfield_") || empty(fields.path(id))) {
                return;
            }
            String name = names.getOrDefault(id, id);
            Optional<FieldRow> field = jira.fields().customNamed(name).stream().filter(row -> row.appliesTo(type.id())).findFirst();
            if (field.isEmpty()) {
                report.skip("custom field '" + name + "', which no " + type.name() + " has here");
                return;
            }
            List<String> raw = raw(key, field.get(), fields.path(id));
            if (!raw.isEmpty()) {
                custom.put(field.get().id(), raw);
            }
        });
        return custom;
    }

    /** The project's releases of these names; made, with their days, where there is none. */
    private Optional<List<String>> versions(ProjectRow project, JsonNode node) {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : node) {
            String name = name(one);
            if (!name.isEmpty()) {
                ids.add(String.valueOf(jira.versions().of(project.id()).stream().filter(row -> row.name().equals(name)).findFirst()
                        .orElseGet(() -> jira.versions().create(new VersionRow(0, project.id(), name, one.path("description").asText(""),
                                day(one.path("startDate").asText("")).orElse(null), day(one.path("releaseDate").asText("")).orElse(null),
                                one.path("released").asBoolean(false), one.path("archived").asBoolean(false))))
                        .id()));
            }
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    private List<String> raw(String key, FieldRow field, JsonNode node) {
        List<String> raw = new ArrayList<>();
        for (JsonNode one : node.isArray() && field.type().isMultiple() ? node : List.of(node)) {
            single(key, field, one).ifPresentOrElse(raw::add,
                    () -> report.skip("a value of custom field '" + field.name() + "' that is not one of a " + field.type().schema()));
        }
        return raw;
    }

    private Optional<String> single(String key, FieldRow field, JsonNode node) {
        FieldType type = field.type();
        if (type.isUser()) {
            return Optional.ofNullable(user(node));
        } else if (type.isOption()) {
            String value = node.isObject() ? node.path("value").asText("") : node.asText("");
            return value.isBlank() ? Optional.empty()
                    : Optional.of(String.valueOf(jira.fields().options(field.id()).stream()
                            .filter(option -> option.value().equalsIgnoreCase(value)).findFirst()
                            .orElseGet(() -> jira.fields().addOption(field.id(), cut(key, field.name(), value, LINE))).id()));
        } else if (type == FieldType.DATEPICKER) {
            return day(node.asText(""));
        } else if (type == FieldType.DATETIME) {
            return moment(node).map(Instant::toString);
        } else if (type == FieldType.FLOAT) {
            return node.isNumber() ? Optional.of(node.decimalValue().stripTrailingZeros().toPlainString()) : Optional.empty();
        } else if (!node.isValueNode()) {
            return Optional.empty();
        }
        return Optional.of(cut(key, field.name(), node.asText(), type == FieldType.TEXTAREA ? TEXT : LINE));
    }

    private void comments(IssueRow issue, JsonNode comments, Instant since) {
        for (JsonNode comment : comments) {
            String body = comment.path("body").asText("");
            if (!body.isBlank() && (since.equals(Instant.MIN) || isAfter(comment.path("created"), since))) {
                Instant at = moment(comment.path("created")).orElse(issue.created());
                jira.takeComment(issue, user(comment.path("author")), cut(issue.key(), "comment", body, TEXT), at);
            }
        }
    }

    private void history(IssueRow issue, JsonNode histories, Instant since) {
        for (JsonNode entry : histories) {
            List<ChangeItemRow> items = new ArrayList<>();
            for (JsonNode item : entry.path("items")) {
                String field = item.path("field").asText("");
                if (!field.isEmpty()) {
                    items.add(new ChangeItemRow(item.path("fieldtype").asText("jira"), cut(issue.key(), "history", field, LINE),
                            orNull(item.path("from"), field), orNull(item.path("fromString"), field), orNull(item.path("to"), field),
                            orNull(item.path("toString"), field)));
                }
            }
            Optional<Instant> at = moment(entry.path("created"));
            if (items.isEmpty() || at.isEmpty()) {
                report.skip("issue " + issue.key() + ": a history entry without items or date");
            } else if (at.get().isAfter(since)) {
                jira.takeChange(issue, user(entry.path("author")), at.get(), local(items));
            }
        }
    }

    /** Ids of statuses and people are those of here; the names stay as they were. */
    private List<ChangeItemRow> local(List<ChangeItemRow> items) {
        return items.stream().map(item -> switch (item.field()) {
            case "status" -> new ChangeItemRow(item.fieldType(), item.field(), statusId(item.fromText(), item.from()), item.fromText(),
                    statusId(item.toText(), item.to()), item.toText());
            case "duedate" ->
                new ChangeItemRow(item.fieldType(), item.field(), moved(item.from()), moved(item.fromText()), moved(item.to()),
                        moved(item.toText()));
            default -> item;
        }).toList();
    }

    private String statusId(String name, String fallback) {
        return name == null ? fallback : jira.statuses().byName(name).map(StatusRow::id).orElse(fallback);
    }

    private String moved(String text) {
        if (text == null || text.length() < 10) {
            return text;
        }
        return day(text.substring(0, 10)).map(day -> day + text.substring(10)).orElse(text);
    }

    private String orNull(JsonNode node, String field) {
        return node.isNull() || node.isMissingNode() ? null : cut(field, "history", node.asText(), TEXT);
    }

    private String text(String key, String field, JsonNode fields) {
        JsonNode node = fields.path(field);
        return node.isTextual() && !node.asText().isEmpty() ? cut(key, field, node.asText(), TEXT) : null;
    }

    private String cut(String key, String what, String text, int limit) {
        String clean = text.replace("\u0000", "");
        if (clean.length() <= limit) {
            return clean;
        }
        report.skip(key + ": the end of a " + what + " longer than " + limit + " characters");
        return clean.substring(0, limit);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }

    private Optional<String> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(shift.day(LocalDate.parse(text)).toString());
        } catch (DateTimeException e) {
            report.skip("the date '" + (text.length() > 40 ? text.substring(0, 40) : text) + "'");
            return Optional.empty();
        }
    }

    private Optional<Instant> moment(JsonNode node) {
        String text = node.asText("");
        if (node.isNull() || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(shift.moment(OffsetDateTime.parse(text, MOMENT).toInstant())
                    .truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            report.skip("the date '" + (text.length() > 40 ? text.substring(0, 40) : text) + "'");
            return Optional.empty();
        }
    }

    private static String name(JsonNode node) {
        String name = node.path("name").asText("").strip();
        return name.length() > LINE ? name.substring(0, LINE) : name;
    }

    private static boolean empty(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }
}
