package org.decisiongates.sandbox.jira.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed into a form or sent by REST: values by field id, people by user name, choices by id, days as
 * {@code yyyy-MM-dd}. A field that is not named keeps its value; one named with an empty list is cleared.
 */
public final class IssueInput {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private String comment;
    private boolean skipScreenCheck;

    public IssueInput set(String fieldId, String value) {
        return set(fieldId, value == null || value.isEmpty() ? List.of() : List.of(value));
    }

    public IssueInput set(String fieldId, List<String> raw) {
        values.put(fieldId, List.copyOf(raw));
        return this;
    }

    public IssueInput comment(String text) {
        comment = text;
        return this;
    }

    /** Accepts fields that are not on the screen, as services for apps may. */
    public IssueInput skipScreenCheck() {
        skipScreenCheck = true;
        return this;
    }

    public Map<String, List<String>> values() {
        return values;
    }

    public boolean has(String fieldId) {
        return values.containsKey(fieldId);
    }

    public String comment() {
        return comment;
    }

    public boolean skipsScreenCheck() {
        return skipScreenCheck;
    }
}
