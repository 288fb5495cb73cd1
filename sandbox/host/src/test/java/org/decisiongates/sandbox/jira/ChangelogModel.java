package org.decisiongates.sandbox.jira;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the journal must hold of an issue, worked out from what Jira says of it over REST. Shares no code with the app: it only knows what
 * docs/architecture.md says. Releases are left out; the REST answers name no dates of theirs.
 */
final class ChangelogModel {

    static final Set<String> TYPES = Set.of("Decision", "Blocker");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX");
    private static final Map<String, Set<String>> PHASES = Map.of(
            "Decision", Set.of("DRAFT", "IN_REVIEW", "DECIDED", "IN_DELIVERY", "LIVE", "CLOSED", "REJECTED", "SUPERSEDED"),
            "Blocker", Set.of("OPEN", "RESOLVING", "ESCALATED", "RESOLVED", "ACCEPTED", "FALLBACK_INVOKED"));

    private final Map<String, String> fieldIds;
    private final Function<String, String> idOfKey;

    /**
     * @param fieldIds ids of custom fields by name
     * @param idOfKey  the id of the issue that has a key
     */
    ChangelogModel(Map<String, String> fieldIds, Function<String, String> idOfKey) {
        this.fieldIds = fieldIds;
        this.idOfKey = idOfKey;
    }

    /** One line an entry: everything that is stored of it. */
    List<String> lines(JsonNode issue) {
        JsonNode fields = issue.path("fields");
        String type = fields.path("issuetype").path("name").asText();
        List<String> lines = new ArrayList<>();
        Map<String, String> state = now(fields, type);
        List<JsonNode> groups = new ArrayList<>();
        issue.path("changelog").path("histories").forEach(group -> groups.add(0, group));
        for (JsonNode group : groups) {
            boolean scope = false;
            for (JsonNode item : group.path("items")) {
                scope |= line(issue, type, group, item, state, lines, scope);
            }
        }
        StringBuilder beginning = new StringBuilder();
        for (String member : List.of("phase", "owner", "due", "customer-facing", "fallback")) {
            if (!state.get(member).isEmpty()) {
                beginning.append(beginning.isEmpty() ? "" : ";").append(member).append('=').append(state.get(member));
            }
        }
        lines.add(line(issue, type, "0", "CREATED", "", beginning.toString(), fields.path("creator").path("key").asText(""),
                fields.path("created").asText()));
        return lines;
    }

    private Map<String, String> now(JsonNode fields, String type) {
        Map<String, String> state = new TreeMap<>();
        state.put("phase", phase(type, fields.path("status").path("name").asText(), fields.path("status").path("id").asText()));
        state.put("owner", custom(fields, "Owner").path("key").asText(""));
        state.put("due", fields.path("duedate").asText("").replace("null", ""));
        state.put("customer-facing", yes(custom(fields, "Customer-facing").path("value").asText("").equals("Yes")));
        state.put("fallback", yes(!text(custom(fields, "Fallback plan")).isBlank()));
        return state;
    }

    private JsonNode custom(JsonNode fields, String name) {
        return fields.path(fieldIds.get(name));
    }

    private boolean line(JsonNode issue, String type, JsonNode group, JsonNode item, Map<String, String> state, List<String> lines,
            boolean scope) {
        String field = item.path("field").asText();
        String from = text(item.path("from"));
        String to = text(item.path("to"));
        String fromText = text(item.path("fromString"));
        String toText = text(item.path("toString"));
        switch (field) {
            case "status" -> {
                lines.add(line(issue, type, group, "PHASE", phase(type, fromText, from), phase(type, toText, to)));
                state.put("phase", phase(type, fromText, from));
            }
            case "Owner" -> changed(issue, type, group, "OWNER", from, to, "owner", state, lines);
            case "duedate" -> changed(issue, type, group, "DUE", from, to, "due", state, lines);
            case "Customer-facing" -> changed(issue, type, group, "CUSTOMER_FACING", yes(fromText.equals("Yes")), yes(toText.equals("Yes")),
                    "customer-facing", state, lines);
            case "Fallback plan" ->
                changed(issue, type, group, "FALLBACK", yes(!fromText.isBlank()), yes(!toText.isBlank()), "fallback", state, lines);
            case "Acceptance criteria", "Trade-offs" -> {
                if (!scope) {
                    lines.add(line(issue, type, group, "SCOPE", "", ""));
                }
                return true;
            }
            case "Link" -> link(issue, type, group, item, lines);
            default -> {
                // the journal does not ask
            }
        }
        return false;
    }

    private static void changed(JsonNode issue, String type, JsonNode group, String item, String from, String to, String member,
            Map<String, String> state, List<String> lines) {
        if (!from.equals(to)) {
            lines.add(line(issue, type, group, item, from, to));
        }
        state.put(member, from);
    }

    private void link(JsonNode issue, String type, JsonNode group, JsonNode item, List<String> lines) {
        String key = text(item.path("to")) + text(item.path("from"));
        String sentence = text(item.path("toString")) + text(item.path("fromString"));
        String id = idOfKey.apply(key);
        if (id != null && sentence.contains(" is blocked by ")) {
            lines.add(line(issue, type, group, "LINK:" + id, text(item.path("from")), text(item.path("to"))));
        } else if (id != null && sentence.contains(" is superseded by ")) {
            lines.add(line(issue, type, group, "SUCCESSOR:" + id, text(item.path("from")), text(item.path("to"))));
        }
    }

    private static String line(JsonNode issue, String type, JsonNode group, String item, String from, String to) {
        return line(issue, type, group.path("id").asText(), item, from, to, group.path("author").path("key").asText(""),
                group.path("created").asText());
    }

    private static String line(JsonNode issue, String type, String group, String item, String from, String to, String actor, String at) {
        return String.join("|", issue.path("id").asText() + ":" + group + ":" + item, issue.path("key").asText(),
                issue.path("fields").path("project").path("id").asText(),
                type.toUpperCase(Locale.ROOT), from, to, actor, Long.toString(OffsetDateTime.parse(at, MOMENT).toInstant().toEpochMilli()));
    }

    private static String phase(String type, String name, String id) {
        String phase = name.toUpperCase(Locale.ROOT).replace(' ', '_');
        return PHASES.get(type).contains(phase) ? phase : "status:" + id;
    }

    private static String yes(boolean claim) {
        return claim ? "yes" : "";
    }

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asText();
    }
}
