package org.decisiongates.jira.readiness;

import com.atlassian.jira.issue.fields.CustomField;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;

/** What is typed into a field, and so how Jira's own REST takes it. */
enum FieldControl {
    /** One user: {@code {"name": "lead"}}. */
    USER,
    /** A day: {@code "2026-12-01"}. */
    DAY,
    /** A text of one line. */
    LINE,
    /** A text of several lines. */
    LINES,
    /** Anything else: its form is that of Jira's REST for the type of the field. */
    OTHER;

    static FieldControl of(Field field, JiraFields fields) {
        return switch (field.id()) {
            case "assignee", "reporter" -> USER;
            case "duedate" -> DAY;
            case "summary" -> LINE;
            case "description", "environment" -> LINES;
            default -> fields.custom(field).map(FieldControl::of).orElse(OTHER);
        };
    }

    private static FieldControl of(CustomField field) {
        String type = field.getCustomFieldType().getKey();
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "userpicker" -> USER;
            case "datepicker" -> DAY;
            case "textfield" -> LINE;
            case "textarea" -> LINES;
            default -> OTHER;
        };
    }
}
