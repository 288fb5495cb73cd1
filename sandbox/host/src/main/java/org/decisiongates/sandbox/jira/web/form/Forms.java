package org.decisiongates.sandbox.jira.web.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.FormField;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** Turns the fields of a screen into inputs, and what was typed into an issue input. */
public final class Forms {

    private static final Set<FieldType> UNTOUCHABLE = Set.of(FieldType.PROJECT, FieldType.ISSUETYPE, FieldType.STATUS, FieldType.KEY,
            FieldType.COMMENT, FieldType.LINKS);
    /** Fields that are not offered where the project has nothing to choose from. */
    private static final Set<FieldType> CHOSEN_BY_PROJECT = Set.of(FieldType.VERSIONS, FieldType.SECURITY);
    private static final Set<String> WRITTEN_BY_JIRA = Set.of("creator", "created", "updated", "resolutiondate");
    private static final int SUGGESTIONS = 20;

    private final SandboxJira jira;

    public Forms(SandboxJira jira) {
        this.jira = jira;
    }

    /** The inputs with what the issue holds now. */
    public List<FieldView> stored(List<FormField> fields, long projectId) {
        return inputs(fields).map(field -> view(field, current(field), projectId, Map.of())).toList();
    }

    /** The inputs with what was typed, each with its error. */
    public List<FieldView> typed(List<FormField> fields, long projectId, Visit visit, Map<String, String> errors) {
        return inputs(fields).map(field -> {
            String id = field.field().id();
            boolean sent = visit.has(id) || kind(field.field().type()).equals("multiselect");
            return view(field, sent ? visit.texts(id) : current(field), projectId, errors);
        }).toList();
    }

    /** What was typed; a field that was not sent is not named and keeps its value. */
    public IssueInput read(List<FormField> fields, Visit visit) {
        IssueInput input = new IssueInput();
        inputs(fields).map(FormField::field).forEach(field -> {
            boolean multiple = kind(field.type()).equals("multiselect");
            if (visit.has(field.id()) || multiple) {
                input.set(field.id(), split(field.type(), visit.texts(field.id())));
            }
        });
        if (!visit.text("comment").isBlank()) {
            input.comment(visit.text("comment"));
        }
        return input;
    }

    /** What stands against the whole form: general messages, and errors of fields that it does not show. */
    public List<String> general(List<FormField> fields, Outcome outcome) {
        List<String> messages = new ArrayList<>(outcome.messages());
        Set<String> shown = Set.copyOf(inputs(fields).map(field -> field.field().id()).toList());
        outcome.errors().forEach((id, message) -> {
            if (!shown.contains(id) && !id.equals("comment")) {
                messages.add(jira.fields().byId(id).map(FieldRow::name).orElse(id) + ": " + message);
            }
        });
        return messages;
    }

    private Stream<FormField> inputs(List<FormField> fields) {
        return fields.stream().filter(field -> !CHOSEN_BY_PROJECT.contains(field.field().type()) || !field.options().isEmpty())
                .filter(field -> !UNTOUCHABLE.contains(field.field().type()) && !WRITTEN_BY_JIRA.contains(field.field().id()));
    }

    private FieldView view(FormField field, List<String> values, long projectId, Map<String, String> errors) {
        FieldRow row = field.field();
        String kind = kind(row.type());
        return new FieldView(row.id(), row.name(), kind, field.required(), Optional.ofNullable(row.description()).orElse(""),
                String.join(kind.equals("labels") ? " " : ", ", values), choices(field, kind, values), people(row, projectId),
                Optional.ofNullable(errors.get(row.id())).map(List::of).orElse(List.of()));
    }

    private List<Choice> choices(FormField field, String kind, List<String> values) {
        List<Choice> choices = new ArrayList<>();
        if (kind.equals("select") && !field.required()) {
            choices.add(new Choice("", "None", values.isEmpty()));
        }
        switch (field.field().type()) {
            case PRIORITY -> jira.priorities().all().forEach(one -> choices.add(choice(one.id(), one.name(), values)));
            case RESOLUTION -> jira.resolutions().all().forEach(one -> choices.add(choice(one.id(), one.name(), values)));
            // they are found while somebody types
            case USERPICKER, MULTIUSERPICKER -> {}
            default -> field.options().stream()
                    .filter(option -> !option.disabled() || values.contains(String.valueOf(option.id())))
                    .forEach(one -> choices.add(choice(String.valueOf(one.id()), one.value(), values)));
        }
        return choices;
    }

    /** The REST that finds people for a field; what was typed is added at its end. */
    private String people(FieldRow field, long projectId) {
        return !field.id().equals("assignee") ? "/rest/api/2/user/picker?maxResults=" + SUGGESTIONS + "&query="
                : jira.projects().byId(projectId).map(Forms::assignable).orElse("");
    }

    /** The same for whoever is to act in a project. */
    public static String assignable(ProjectRow project) {
        return "/rest/api/2/user/assignable/search?project=" + project.key() + "&maxResults=" + SUGGESTIONS + "&username=";
    }

    private static Choice choice(String value, String label, List<String> values) {
        return new Choice(value, label, values.contains(value));
    }

    private List<String> current(FormField field) {
        if (!field.field().type().isUser()) {
            return field.values();
        }
        return field.values().stream().map(key -> jira.users().byKey(key).map(UserRow::name).orElse(key)).toList();
    }

    private static List<String> split(FieldType type, List<String> typed) {
        String separator = type == FieldType.LABELS ? "\\s+" : type == FieldType.MULTIUSERPICKER ? "\\s*,\\s*" : null;
        Stream<String> values = separator == null ? typed.stream()
                : typed.stream().flatMap(text -> Arrays.stream(text.strip().split(separator)));
        return values.map(text -> type.isText() ? text.replace("\r\n", "\n") : text.strip()).filter(text -> !text.isEmpty()).toList();
    }

    private static String kind(FieldType type) {
        return switch (type) {
            case TEXTAREA -> "textarea";
            case FLOAT -> "number";
            case SELECT, RADIOBUTTONS, PRIORITY, RESOLUTION, SECURITY -> "select";
            case MULTISELECT, MULTICHECKBOXES, VERSIONS -> "multiselect";
            case USERPICKER, MULTIUSERPICKER -> "user";
            case DATEPICKER -> "date";
            case DATETIME -> "datetime";
            case LABELS -> "labels";
            default -> "text";
        };
    }
}
