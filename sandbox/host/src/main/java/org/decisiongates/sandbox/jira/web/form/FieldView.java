package org.decisiongates.sandbox.jira.web.form;

import java.util.List;

/**
 * One input of a form.
 *
 * @param kind   text, textarea, select, multiselect, user, date, datetime, labels or number
 * @param people what finds people for an input of kind user, a path below the context path that what was typed is added to
 */
public record FieldView(String id, String label, String kind, boolean required, String description, String value, List<Choice> choices,
        String people, List<String> errors) {

    public FieldView {
        choices = List.copyOf(choices);
        errors = List.copyOf(errors);
    }

    public boolean failed() {
        return !errors.isEmpty();
    }

    /** Only days have a native picker: a browser must not refuse text before the server can say what is wrong with it. */
    public String inputType() {
        return kind.equals("date") ? "date" : "text";
    }

    public String describedBy() {
        return (failed() ? id + "-error " : "") + (description.isEmpty() ? "" : id + "-description");
    }
}
