package org.decisiongates.sandbox.jira.web.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Reads the {@code fields} and {@code update} of a request; every field that is wrong is named, not only the first. */
final class Inputs {

    private final SandboxJira jira;
    private final FieldValues values;

    Inputs(SandboxJira jira, FieldValues values) {
        this.jira = jira;
        this.values = values;
    }

    /** @param issue the issue as it is now, null on create; lists are changed from there */
    IssueInput read(JsonNode body, IssueRow issue) {
        IssueInput input = new IssueInput();
        Map<String, String> errors = new LinkedHashMap<>();
        object(body, "fields").properties().forEach(field -> collect(errors, field.getKey(),
                () -> input.set(field.getKey(), values.read(known(field.getKey()), field.getValue()))));
        object(body, "update").properties()
                .forEach(field -> collect(errors, field.getKey(), () -> operate(input, field.getKey(), field.getValue(), issue)));
        if (!errors.isEmpty()) {
            throw RestProblem.bad(errors);
        }
        return input;
    }

    static JsonNode object(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw RestProblem.bad("The member '" + name + "' must be a JSON object.");
        }
        return node;
    }

    private static void collect(Map<String, String> errors, String field, Runnable reading) {
        try {
            reading.run();
        } catch (RestProblem problem) {
            @SuppressWarnings("unchecked")
            Map<String, String> found = (Map<String, String>) problem.body().get("errors");
            errors.putAll(found.isEmpty() ? Map.of(field, problem.getMessage()) : found);
        }
    }

    private FieldRow known(String id) {
        return jira.fields().byId(id).orElseThrow(() -> RestProblem.bad(id, "Field '" + id
                + "' cannot be set. It is not on the appropriate screen, or unknown."));
    }

    private void operate(IssueInput input, String id, JsonNode operations, IssueRow issue) {
        FieldRow field = known(id);
        if (!operations.isArray()) {
            throw RestProblem.bad(id, "data was not an array");
        }
        for (JsonNode operation : operations) {
            if (operation.size() != 1) {
                throw RestProblem.bad(id, "An operation is an object with one member, for example {\"set\": ...}.");
            }
            String verb = operation.fieldNames().next();
            JsonNode value = operation.path(verb);
            if (field.type() == FieldType.COMMENT && verb.equals("add")) {
                input.comment(comment(value));
            } else if (verb.equals("set")) {
                input.set(id, values.read(field, value));
            } else if (field.type().isMultiple() && (verb.equals("add") || verb.equals("remove"))) {
                input.set(id, changed(input, field, value, issue, verb.equals("add")));
            } else {
                throw RestProblem.bad(id, "Field '" + id + "' does not support operation '" + verb + "'.");
            }
        }
    }

    static String comment(JsonNode value) {
        if (!value.path("body").isTextual() || value.path("body").asText().isBlank()) {
            throw RestProblem.bad("comment", "Comment body can not be empty!");
        }
        return value.path("body").asText();
    }

    private List<String> changed(IssueInput input, FieldRow field, JsonNode value, IssueRow issue, boolean add) {
        List<String> before = input.has(field.id()) ? input.values().get(field.id()) : issue == null ? List.of() : issue.values(field.id());
        List<String> list = new ArrayList<>(before);
        List<String> item = values.read(field, com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode().add(value));
        list.removeAll(item);
        if (add) {
            list.addAll(item);
        }
        return list;
    }
}
