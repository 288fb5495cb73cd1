package org.decisiongates.sandbox.jira.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An issue of an export as it was at an earlier moment: what its history has changed since is undone. Entries of a history stand in the
 * order of their times, and fields that are in no entry have always been as they are.
 */
final class IssueAsOf {

    private static final Set<String> BY_NAME = Set.of("status", "resolution");
    private static final String CREATED = "created";

    private final Map<String, String> names;
    private final Predicate<JsonNode> happened;

    /**
     * @param names    names of fields by their id in the export
     * @param happened whether a moment of the export is not later than the one that is asked for
     */
    IssueAsOf(Map<String, String> names, Predicate<JsonNode> happened) {
        this.names = names;
        this.happened = happened;
    }

    /** Empty for an issue that was created later. */
    Optional<JsonNode> of(JsonNode issue) {
        JsonNode fields = issue.path("fields");
        if (!fields.isObject() || !happened.test(fields.path(CREATED))) {
            return Optional.empty();
        }
        ObjectNode then = issue.deepCopy();
        ObjectNode values = (ObjectNode) then.path("fields");
        List<JsonNode> undone = without(then.path("changelog").path("histories"));
        for (int i = undone.size() - 1; i >= 0; i--) {
            undone.get(i).path("items").forEach(item -> undo(values, item));
        }
        if (!undone.isEmpty()) {
            date(values, then.path("changelog").path("histories"));
        }
        without(values.path("comment").path("comments"));
        return Optional.of(then);
    }

    /** Takes out of a list what had not happened. */
    private List<JsonNode> without(JsonNode list) {
        List<JsonNode> later = new ArrayList<>();
        if (list instanceof ArrayNode entries) {
            for (Iterator<JsonNode> each = entries.iterator(); each.hasNext();) {
                JsonNode entry = each.next();
                if (!happened.test(entry.path(CREATED))) {
                    later.add(entry);
                    each.remove();
                }
            }
        }
        return later;
    }

    private void undo(ObjectNode values, JsonNode item) {
        String field = item.path("field").asText();
        if (BY_NAME.contains(field)) {
            set(values, field, "name", item.path("fromString"));
        } else if (field.equals("duedate")) {
            values.set(field, item.path("from").isMissingNode() ? NullNode.instance : item.path("from"));
        } else {
            names.entrySet().stream().filter(name -> name.getValue().equals(field)).map(Map.Entry::getKey).findFirst()
                    .ifPresent(id -> set(values, id, "name", item.path("from")));
        }
    }

    private static void set(ObjectNode values, String field, String member, JsonNode value) {
        if (value.isTextual()) {
            values.putObject(field).set(member, value);
        } else {
            values.putNull(field);
        }
    }

    /** When it was updated and resolved, by the entries that are left. */
    private static void date(ObjectNode values, JsonNode histories) {
        values.set("updated", values.path(CREATED));
        values.putNull("resolutiondate");
        for (JsonNode entry : histories) {
            values.set("updated", entry.path(CREATED));
            for (JsonNode item : entry.path("items")) {
                if (item.path("field").asText().equals("resolution")) {
                    values.set("resolutiondate", item.path("toString").isTextual() ? entry.path(CREATED) : NullNode.instance);
                }
            }
        }
    }
}
