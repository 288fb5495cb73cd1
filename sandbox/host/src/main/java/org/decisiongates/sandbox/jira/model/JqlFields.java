package org.decisiongates.sandbox.jira.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which fields the names in a query mean, and the columns they are in. */
final class JqlFields {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("key", "issuekey"), Map.entry("issue", "issuekey"),
            Map.entry("id", "issuekey"), Map.entry("type", "issuetype"), Map.entry("issue type", "issuetype"), Map.entry("due", "duedate"),
            Map.entry("due date", "duedate"), Map.entry("resolved", "resolutiondate"), Map.entry("createddate", "created"),
            Map.entry("updateddate", "updated"), Map.entry("label", "labels"));
    static final Map<String, String> TEXT = Map.of("summary", "i.summary", "description", "i.description", "environment",
            "i.environment");
    static final Map<String, String> MOMENTS = Map.of("created", "i.created", "updated", "i.updated", "resolutiondate", "i.resolved");
    static final Map<String, String> PEOPLE = Map.of("assignee", "i.assignee", "reporter", "i.reporter", "creator", "i.creator");
    private static final Pattern CF = Pattern.compile("cf\\[(\\d+)]", Pattern.CASE_INSENSITIVE);

    private JqlFields() {
    }

    /** The id of the system field this names, else the name in lower case. */
    static String id(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.getOrDefault(lower, lower);
    }

    /** The custom fields this names, by number or by a name that several may share. */
    static List<FieldRow> custom(SandboxJira jira, String name) {
        Matcher number = CF.matcher(name);
        String id = number.matches() ? FieldRow.CUSTOM + number.group(1) : name;
        List<FieldRow> byId = jira.fields().byId(id).filter(FieldRow::custom).stream().toList();
        return byId.isEmpty() ? jira.fields().customNamed(name) : byId;
    }
}
