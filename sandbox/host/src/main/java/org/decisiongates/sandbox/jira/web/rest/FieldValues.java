package org.decisiongates.sandbox.jira.web.rest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.OptionRow;
import org.decisiongates.sandbox.jira.model.PriorityRow;
import org.decisiongates.sandbox.jira.model.ResolutionRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;

/** Values of fields between Jira's JSON and what the issue store keeps; a value of the wrong kind is refused by field. */
final class FieldValues {

    private final SandboxJira jira;
    private final Json json;

    FieldValues(SandboxJira jira, Json json) {
        this.jira = jira;
        this.json = json;
    }

    /** The stored value as JSON, null where nothing is set. */
    Object write(FieldRow field, IssueRow issue) {
        List<String> values = issue.values(field.id());
        if (field.type() == FieldType.LABELS || field.type() == FieldType.VERSIONS && values.isEmpty()) {
            return values;
        }
        if (values.isEmpty()) {
            return null;
        }
        return switch (field.type()) {
            case PROJECT -> jira.projects().byId(issue.projectId()).map(json::project).orElse(null);
            case ISSUETYPE -> jira.issueTypes().byId(values.get(0)).map(json::issueType).orElse(null);
            case STATUS -> jira.statuses().byId(values.get(0)).map(json::status).orElse(null);
            case PRIORITY -> jira.priorities().byId(values.get(0)).map(json::priority).orElse(null);
            case RESOLUTION -> jira.resolutions().byId(values.get(0)).map(json::resolution).orElse(null);
            case VERSIONS -> values.stream().flatMap(id -> jira.versions().byId(Long.parseLong(id)).stream()).map(json::version).toList();
            case SECURITY -> jira.levels().byId(Long.parseLong(values.get(0))).map(json::level).orElse(null);
            case USERPICKER -> json.user(values.get(0));
            case MULTIUSERPICKER -> values.stream().map(json::user).toList();
            case SELECT, RADIOBUTTONS -> option(values.get(0));
            case MULTISELECT, MULTICHECKBOXES -> values.stream().map(this::option).toList();
            case FLOAT -> Double.valueOf(values.get(0));
            case DATETIME -> moment(values.get(0));
            default -> values.get(0);
        };
    }

    private static String moment(String stored) {
        try {
            return Json.moment(java.time.Instant.parse(stored));
        } catch (java.time.format.DateTimeParseException e) {
            return stored;
        }
    }

    private Object option(String id) {
        return id.matches("\\d{1,18}") ? jira.fields().option(Long.parseLong(id)).map(json::option).orElse(null) : null;
    }

    /** What somebody sent for a field, as an issue input takes it; JSON null clears. */
    List<String> read(FieldRow field, JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        return switch (field.type()) {
            case USERPICKER -> person(field, value);
            case MULTIUSERPICKER -> items(field, value).flatMap(item -> person(field, item).stream()).toList();
            case SELECT, RADIOBUTTONS -> List.of(choice(field, value));
            case MULTISELECT, MULTICHECKBOXES -> items(field, value).map(item -> choice(field, item)).toList();
            case PRIORITY -> List.of(constant(field, value, name -> jira.priorities().byName(name).map(PriorityRow::id)));
            case RESOLUTION -> List.of(constant(field, value, name -> jira.resolutions().byName(name).map(ResolutionRow::id)));
            case VERSIONS -> items(field, value).map(item -> constant(field, item, Optional::of)).toList();
            case SECURITY -> List.of(constant(field, value, Optional::of));
            case LABELS -> items(field, value).map(item -> string(field, item)).toList();
            case FLOAT -> List.of(number(field, value));
            case DATEPICKER, DATETIME -> one(string(field, value));
            case PROJECT, ISSUETYPE -> List.of(string(field, value.path("id")));
            case STATUS, KEY, COMMENT, LINKS -> throw RestProblem.bad(field.id(), "Field '" + field.id()
                    + "' cannot be set. It is not on the appropriate screen, or unknown.");
            default -> one(string(field, value));
        };
    }

    private List<String> person(FieldRow field, JsonNode value) {
        if (!value.isObject()) {
            throw RestProblem.bad(field.id(), "data was not an object");
        }
        if (value.hasNonNull("key") && !value.hasNonNull("name")) {
            String key = value.path("key").asText();
            return List.of(jira.users().byKey(key).map(UserRow::name).orElse(key));
        }
        JsonNode name = value.path("name");
        if (!name.isTextual() && !name.isNull()) {
            throw RestProblem.bad(field.id(), "expected Object containing a 'name' property that is a string");
        }
        return name.isNull() ? List.of() : one(name.asText());
    }

    private String choice(FieldRow field, JsonNode value) {
        Optional<OptionRow> option = jira.fields().options(field.id()).stream().filter(one -> value.hasNonNull("id")
                ? String.valueOf(one.id()).equals(value.path("id").asText())
                : one.value().equals(value.path("value").asText(null))).findFirst();
        return option.map(one -> String.valueOf(one.id())).orElseThrow(() -> RestProblem.bad(field.id(), value.isObject()
                ? "Option " + (value.hasNonNull("id") ? "id '" + value.path("id").asText() : "value '" + value.path("value").asText())
                        + "' is not valid"
                : "Could not find valid 'id' or 'value' in the option object."));
    }

    private static String constant(FieldRow field, JsonNode value, java.util.function.Function<String, Optional<String>> idOfName) {
        if (!value.isObject() || !value.hasNonNull("id") && !value.hasNonNull("name")) {
            throw RestProblem.bad(field.id(), "Could not find valid 'id' or 'name' in the " + field.id() + " object.");
        }
        if (value.hasNonNull("id")) {
            return value.path("id").asText();
        }
        String name = value.path("name").asText();
        return idOfName.apply(name).orElseThrow(() -> RestProblem.bad(field.id(), field.name() + " name '" + name + "' is not valid"));
    }

    private static Stream<JsonNode> items(FieldRow field, JsonNode value) {
        if (!value.isArray()) {
            throw RestProblem.bad(field.id(), "data was not an array");
        }
        return StreamSupport.stream(value.spliterator(), false);
    }

    private static String number(FieldRow field, JsonNode value) {
        if (!value.isNumber()) {
            throw RestProblem.bad(field.id(), "Operation value must be a number");
        }
        return value.asText();
    }

    private static String string(FieldRow field, JsonNode value) {
        if (!value.isTextual()) {
            throw RestProblem.bad(field.id(), "Operation value must be a string");
        }
        return value.asText();
    }

    private static List<String> one(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
