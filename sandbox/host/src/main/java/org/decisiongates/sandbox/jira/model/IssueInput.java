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
    private OffScreen offScreen = OffScreen.REFUSED;

    /** What becomes of a field that is not on the screen in question. */
    public enum OffScreen { REFUSED, IGNORED, ACCEPTED }

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

    public IssueInput offScreen(OffScreen treatment) {
        offScreen = treatment;
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

    public OffScreen offScreen() {
        return offScreen;
    }
}
