package org.decisiongates.sandbox.jira.web.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.decisiongates.sandbox.jira.model.ChangeRow;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.model.PriorityRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Writes issues: the fields asked for, and what is to be expanded. */
final class IssueJson {

    private final SandboxJira jira;
    private final Json json;
    private final FieldValues values;

    IssueJson(SandboxJira jira, Json json, FieldValues values) {
        this.jira = jira;
        this.json = json;
        this.values = values;
    }

    Map<String, Object> write(IssueRow issue, String userKey, Predicate<FieldRow> wanted, List<String> expand) {
        Map<String, Object> object = Json.object("expand", "operations,changelog,transitions,names,schema", "id",
                String.valueOf(issue.id()),
                "self", json.self("issue/" + issue.id()), "key", issue.key());
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> names = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (FieldRow field : jira.fields().all()) {
            if (field.type() != FieldType.KEY && wanted.test(field)) {
                fields.put(field.id(), value(field, issue, userKey));
                names.put(field.id(), field.name());
                schemas.put(field.id(), Json.schema(field));
            }
        }
        object.put("fields", fields);
        if (expand.contains("names")) {
            object.put("names", names);
        }
        if (expand.contains("schema")) {
            object.put("schema", schemas);
        }
        if (expand.contains("changelog")) {
            object.put("changelog", changelog(issue));
        }
        return object;
    }

    private Object value(FieldRow field, IssueRow issue, String userKey) {
        return switch (field.type()) {
            case COMMENT -> json.comments(jira.comments().visible(issue.id(), userKey));
            case LINKS -> links(issue, userKey);
            default -> values.write(field, issue);
        };
    }

    private List<Map<String, Object>> links(IssueRow issue, String userKey) {
        List<Map<String, Object>> links = new ArrayList<>();
        jira.links().outward(issue.id()).forEach(link -> add(links, link, "outwardIssue", link.destinationId(), userKey));
        jira.links().inward(issue.id()).forEach(link -> add(links, link, "inwardIssue", link.sourceId(), userKey));
        return links;
    }

    private void add(List<Map<String, Object>> links, LinkRow link, String side, long otherId, String userKey) {
        jira.issues().visible(userKey, String.valueOf(otherId)).ifPresent(other -> links.add(Json.object("id", String.valueOf(link.id()),
                "self", json.self("issueLink/" + link.id()), "type", json.linkType(link.type()), side, brief(other))));
    }

    private Map<String, Object> brief(IssueRow issue) {
        Map<String, Object> fields = Json.object("summary", issue.summary(), "status",
                jira.statuses().byId(issue.statusId()).map(json::status).orElse(null),
                "priority", priority(issue), "issuetype", jira.issueTypes().byId(issue.issueTypeId()).map(json::issueType).orElse(null));
        return Json.object("id", String.valueOf(issue.id()), "key", issue.key(), "self", json.self("issue/" + issue.id()), "fields",
                fields);
    }

    private Object priority(IssueRow issue) {
        return issue.priorityId() == null ? null
                : jira.priorities().byId(issue.priorityId()).map((PriorityRow one) -> json.priority(one)).orElse(null);
    }

    private Map<String, Object> changelog(IssueRow issue) {
        List<Map<String, Object>> histories = jira.history().of(issue.id()).stream().map(this::history).toList();
        return Json.object("startAt", 0, "maxResults", histories.size(), "total", histories.size(), "histories", histories);
    }

    private Map<String, Object> history(ChangeRow change) {
        return Json.object("id", String.valueOf(change.id()), "author", json.user(change.authorKey()), "created", Json.moment(change.at()),
                "items",
                change.items().stream().map(item -> Json.object("field", item.field(), "fieldtype", item.fieldType(), "from", item.from(),
                        "fromString", item.fromText(), "to", item.to(), "toString", item.toText())).toList());
    }

    /** Which fields a {@code fields} parameter asks for; without one, those of {@code otherwise}. */
    static Predicate<FieldRow> wanted(List<String> asked, String otherwise) {
        List<String> names = asked.stream().flatMap(text -> java.util.Arrays.stream(text.split(","))).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
        List<String> list = names.isEmpty() ? List.of(otherwise) : names;
        boolean all = list.contains("*all") || list.stream().allMatch(name -> name.startsWith("-"));
        boolean navigable = list.contains("*navigable");
        return field -> !list.contains("-" + field.id())
                && (all || navigable && field.type() != FieldType.COMMENT || list.contains(field.id()));
    }

    static List<String> expand(String expand) {
        return expand == null ? List.of() : java.util.Arrays.stream(expand.split(",")).map(String::strip).toList();
    }
}
