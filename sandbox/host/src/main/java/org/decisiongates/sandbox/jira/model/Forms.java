package org.decisiongates.sandbox.jira.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what people type into raw values, and says in words what cannot be taken. */
public final class Forms {

    static final int TEXT_LIMIT = 32767;
    static final int LINE_LIMIT = 255;

    private static final Set<String> NEVER_TYPED = Set.of("issuekey", "status", "created", "updated", "resolutiondate", "creator",
            "comment",
            "issuelinks");
    private static final DateTimeFormatter OLD_DAY = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendPattern("d/MMM/").appendValueReduced(java.time.temporal.ChronoField.YEAR, 2, 4, 2000).toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter REST_MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss[.SSS]][XXX][XX]");

    private final SandboxJira jira;

    Forms(SandboxJira jira) {
        this.jira = jira;
    }

    /** What somebody fills in to create an issue of the type. */
    public List<FormField> createForm(ProjectRow project, String issueTypeId) {
        IssueDraft draft = new IssueDraft();
        draft.set("project", String.valueOf(project.id()));
        draft.set("issuetype", issueTypeId);
        draft.set("priority", jira.priorities().initial().map(PriorityRow::id).orElse(null));
        return jira.screens().screenFor(project, issueTypeId, Operation.CREATE).map(screen -> fields(screen, draft, false))
                .orElse(List.of());
    }

    public List<FormField> editForm(IssueRow issue) {
        return screen(issue, Operation.EDIT).map(screen -> fields(screen, new IssueDraft(issue), false)).orElse(List.of());
    }

    public List<FormField> transitionForm(IssueRow issue, TransitionRow transition) {
        return transition.screen().map(screen -> fields(screen, new IssueDraft(issue), true)).orElse(List.of());
    }

    /** The fields the view screen shows, set or not. */
    public List<FormField> viewFields(IssueRow issue) {
        return screen(issue, Operation.VIEW).map(screen -> fields(screen, new IssueDraft(issue), false)).orElse(List.of());
    }

    Optional<ScreenRow> screen(IssueRow issue, Operation operation) {
        return jira.projects().byId(issue.projectId())
                .flatMap(project -> jira.screens().screenFor(project, issue.issueTypeId(), operation));
    }

    /** Applies the input to the draft; the errors by field id are empty when all of it was taken. */
    Map<String, String> apply(IssueInput input, IssueDraft draft, Optional<ScreenRow> screen, boolean create) {
        Map<String, String> errors = new LinkedHashMap<>();
        input.values().forEach((fieldId, typed) -> {
            if (create && (fieldId.equals("project") || fieldId.equals("issuetype"))) {
                return;
            }
            Optional<FieldRow> field = jira.fields().byId(fieldId);
            boolean shown = screen.map(s -> s.contains(fieldId)).orElse(false)
                    && field.map(row -> row.appliesTo(draft.issueTypeId())).orElse(false);
            if (field.isEmpty() || NEVER_TYPED.contains(fieldId)
                    || !shown && input.offScreen() == IssueInput.OffScreen.REFUSED) {
                if (field.isEmpty() || input.offScreen() != IssueInput.OffScreen.IGNORED) {
                    errors.put(fieldId, "Field '" + fieldId + "' cannot be set. It is not on the appropriate screen, or unknown.");
                }
            } else if (shown || input.offScreen() == IssueInput.OffScreen.ACCEPTED) {
                try {
                    draft.set(fieldId, read(field.get(), typed, draft));
                } catch (NotTaken e) {
                    errors.put(fieldId, e.getMessage());
                }
            }
        });
        return errors;
    }

    private List<String> read(FieldRow field, List<String> typed, IssueDraft draft) throws NotTaken {
        List<String> values = typed.stream().filter(value -> value != null && !value.isBlank()).toList();
        if (values.isEmpty()) {
            if (field.id().equals("summary")) {
                throw new NotTaken("You must specify a summary of the issue.");
            }
            if (field.id().equals("issuetype") || field.id().equals("project")) {
                throw new NotTaken(field.name() + " is required.");
            }
            return List.of();
        }
        if (values.size() > 1 && !field.type().isMultiple()) {
            throw new NotTaken("Field '" + field.name() + "' takes one value.");
        }
        List<String> raw = new java.util.ArrayList<>();
        for (String value : values) {
            String one = one(field, value, draft);
            if (!raw.contains(one)) {
                raw.add(one);
            }
        }
        return raw;
    }

    private String one(FieldRow field, String value, IssueDraft draft) throws NotTaken {
        return switch (field.type()) {
            case TEXTFIELD, URL -> line(field, value);
            case TEXTAREA -> text(value, TEXT_LIMIT);
            case FLOAT -> number(value);
            case SELECT, RADIOBUTTONS, MULTISELECT, MULTICHECKBOXES -> option(field, value);
            case USERPICKER, MULTIUSERPICKER -> person(field, value, draft);
            case DATEPICKER -> day(value);
            case DATETIME -> moment(value);
            case LABELS -> label(value);
            case PRIORITY -> jira.priorities().byId(value).map(PriorityRow::id)
                    .orElseThrow(() -> new NotTaken("The priority selected is invalid."));
            case RESOLUTION -> jira.resolutions().byId(value).map(ResolutionRow::id)
                    .orElseThrow(() -> new NotTaken("The resolution selected is invalid."));
            case ISSUETYPE -> jira.projects().byId(draft.projectId()).map(project -> jira.issueTypes().ofProject(project)).orElse(List.of())
                    .stream().map(IssueTypeRow::id).filter(value::equals).findFirst()
                    .orElseThrow(() -> new NotTaken("The issue type selected is invalid."));
            case VERSIONS -> jira.versions().find(draft.projectId(), value).map(row -> String.valueOf(row.id()))
                    .orElseThrow(() -> new NotTaken("Version name '" + value + "' is not valid"));
            case SECURITY -> jira.levels().find(draft.projectId(), value).map(row -> String.valueOf(row.id()))
                    .orElseThrow(() -> new NotTaken("Security level name '" + value + "' is not valid"));
            case PROJECT, STATUS, KEY, COMMENT, LINKS ->
                throw new NotTaken("Field '" + field.name() + "' cannot be set here.");
        };
    }

    private static String line(FieldRow field, String value) throws NotTaken {
        if (field.id().equals("summary")) {
            if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
                throw new NotTaken("The summary is invalid because it contains newline characters.");
            }
            if (value.length() > LINE_LIMIT) {
                throw new NotTaken("Summary can't exceed 255 characters.");
            }
            return value.strip();
        }
        return text(value, LINE_LIMIT);
    }

    private static String text(String value, int limit) throws NotTaken {
        if (value.length() > limit) {
            throw new NotTaken(
                    String.format(Locale.ENGLISH, "The entered text is too long. It exceeds the allowed limit of %,d characters.",
                            limit));
        }
        if (value.indexOf('\0') >= 0) {
            throw new NotTaken("The entered text contains a character that cannot be stored.");
        }
        return value;
    }

    private static String number(String value) throws NotTaken {
        try {
            double number = Double.parseDouble(value.trim());
            if (Double.isFinite(number)) {
                return number(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new NotTaken("'" + value + "' is an invalid number");
    }

    /** The shortest plain form: 5, not 5.0 or 5E0. */
    static String number(double number) {
        return new java.math.BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private String option(FieldRow field, String value) throws NotTaken {
        if (value.equals("-1")) {
            throw new NotTaken("Option id '-1' is not valid");
        }
        return jira.fields().options(field.id()).stream()
                .filter(option -> String.valueOf(option.id()).equals(value) || option.value().equals(value)).filter(o -> !o.disabled())
                .map(option -> String.valueOf(option.id())).findFirst()
                .orElseThrow(() -> new NotTaken("Option '" + value + "' is not valid for '" + field.name() + "'."));
    }

    private String person(FieldRow field, String value, IssueDraft draft) throws NotTaken {
        UserRow user = jira.users().byName(value).orElseThrow(() -> new NotTaken("User '" + value + "' does not exist."));
        if (field.id().equals("assignee") && !user.key().equals(draft.value("assignee"))
                && (!user.active() || !jira.permissions().has(Permission.ASSIGNABLE_USER, draft.projectId(), user.key()))) {
            throw new NotTaken("User '" + value + "' cannot be assigned issues.");
        }
        return user.key();
    }

    /** A day as {@code yyyy-MM-dd}, from that or from Jira's own {@code d/MMM/yy}. */
    private static String day(String value) throws NotTaken {
        try {
            return LocalDate.parse(value.trim()).toString();
        } catch (DateTimeException e) {
            try {
                return LocalDate.parse(value.trim(), OLD_DAY).toString();
            } catch (DateTimeException again) {
                throw new NotTaken("'" + value + "' is not a date. Please enter the date in the format \"yyyy-MM-dd\".");
            }
        }
    }

    static Optional<Instant> instant(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value.trim(), REST_MOMENT).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(Instant.parse(value.trim()));
            } catch (DateTimeException again) {
                return Optional.empty();
            }
        }
    }

    private static String moment(String value) throws NotTaken {
        return instant(value).map(Instant::toString)
                .orElseThrow(() -> new NotTaken("'" + value + "' is not a date with a time, such as 2026-11-22T10:00:00.000+0000."));
    }

    private static String label(String value) throws NotTaken {
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw new NotTaken("The label '" + value + "' contains spaces which is invalid.");
        }
        if (value.length() > LINE_LIMIT) {
            throw new NotTaken("The label '" + value.substring(0, 40) + "…' exceeds the allowed limit of 255 characters.");
        }
        return value;
    }

    List<FormField> fields(ScreenRow screen, IssueDraft draft, boolean transition) {
        return screen.fieldIds().stream().flatMap(id -> jira.fields().byId(id).stream())
                .filter(field -> !Set.of("comment", "issuelinks").contains(field.id()) && field.appliesTo(draft.issueTypeId()))
                .map(field -> new FormField(field, required(field, transition), options(field, draft), draft.values(field.id()))).toList();
    }

    private static boolean required(FieldRow field, boolean transition) {
        return Set.of("summary", "issuetype", "project", "reporter").contains(field.id()) || transition && field.id().equals("resolution");
    }

    private List<OptionRow> options(FieldRow field, IssueDraft draft) {
        return switch (field.type()) {
            case SELECT, RADIOBUTTONS, MULTISELECT, MULTICHECKBOXES ->
                jira.fields().options(field.id()).stream().filter(option -> !option.disabled()).toList();
            case PRIORITY -> jira.priorities().all().stream().map(row -> option(field, row.id(), row.name())).toList();
            case RESOLUTION -> jira.resolutions().all().stream().map(row -> option(field, row.id(), row.name())).toList();
            case ISSUETYPE -> jira.projects().byId(draft.projectId()).map(project -> jira.issueTypes().ofProject(project)).orElse(List.of())
                    .stream().map(row -> option(field, row.id(), row.name())).toList();
            case VERSIONS -> jira.versions().of(draft.projectId()).stream().filter(row -> !row.archived())
                    .map(row -> option(field, String.valueOf(row.id()), row.name())).toList();
            case SECURITY ->
                jira.levels().of(draft.projectId()).stream().map(row -> option(field, String.valueOf(row.id()), row.name())).toList();
            default -> List.of();
        };
    }

    private static OptionRow option(FieldRow field, String id, String name) {
        return new OptionRow(Long.parseLong(id), field.id(), name, false);
    }

    /** Says why a typed value is not taken. */
    private static final class NotTaken extends Exception {
        NotTaken(String message) {
            super(message);
        }
    }
}
