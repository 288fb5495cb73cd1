package org.decisiongates.sandbox.jira.web.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FormField;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Describes the fields of a screen to a client that wants to fill them in. */
final class MetaJson {

    private final SandboxJira jira;
    private final Json json;

    MetaJson(SandboxJira jira, Json json) {
        this.jira = jira;
        this.json = json;
    }

    Map<String, Object> fields(List<FormField> form) {
        Map<String, Object> fields = new LinkedHashMap<>();
        form.forEach(field -> fields.put(field.field().id(), field(field)));
        return fields;
    }

    /** A field that takes one value only, here. */
    Map<String, Object> constant(String fieldId, Map<String, Object> value) {
        FieldRow field = jira.fields().byId(fieldId).orElseThrow();
        return Json.object("required", true, "schema", Json.schema(field), "name", field.name(), "fieldId", field.id(),
                "operations", List.of("set"), "allowedValues", List.of(value));
    }

    private Map<String, Object> field(FormField form) {
        FieldRow field = form.field();
        Map<String, Object> object = Json.object("required", form.required(), "schema", Json.schema(field), "name", field.name(),
                "fieldId", field.id(), "operations", field.type().isMultiple() ? List.of("add", "set", "remove") : List.of("set"));
        switch (field.type()) {
            case PRIORITY -> object.put("allowedValues", jira.priorities().all().stream().map(json::priority).toList());
            case RESOLUTION -> object.put("allowedValues", jira.resolutions().all().stream().map(json::resolution).toList());
            case SELECT, RADIOBUTTONS, MULTISELECT, MULTICHECKBOXES ->
                object.put("allowedValues", form.options().stream().filter(option -> !option.disabled()).map(json::option).toList());
            case USERPICKER, MULTIUSERPICKER -> object.put("autoCompleteUrl", json.self("user/search?username="));
            default -> {}
        }
        return object;
    }
}
