package org.decisiongates.jira.platform.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.Setting;

/** Finds the field of this Jira that a gate means, and the name people know it by. */
@JiraComponent
public class JiraFields {

    private static final String TYPES = "com.atlassian.jira.plugin.system.customfieldtypes:";
    private static final Set<String> PERSONS = Set.of(TYPES + "userpicker", TYPES + "multiuserpicker");
    private static final Set<String> DATES = Set.of(TYPES + "datepicker", TYPES + "datetime");
    private static final Set<String> TEXTS = Set.of(TYPES + "textarea", TYPES + "textfield");
    private static final Set<String> OPTIONS = Set.of(TYPES + "select", TYPES + "radiobuttons", TYPES + "multiselect",
            TYPES + "multicheckboxes");
    private static final Set<String> NAMES = Set.of(TYPES + "labels", TYPES + "grouppicker", TYPES + "multigrouppicker");
    private static final Set<String> VERSIONS = Set.of(TYPES + "version", TYPES + "multiversion");

    private final CustomFieldManager customFields;
    private final OwnFields ownFields;
    private final JiraTexts texts;

    public JiraFields(CustomFieldManager customFields, OwnFields ownFields, JiraTexts texts) {
        this.customFields = customFields;
        this.ownFields = ownFields;
        this.texts = texts;
    }

    /** The id Jira knows the field by; the gate's own name when there is no such field. */
    public String idOf(Field field) {
        return OwnFields.keyed(field.id()).flatMap(ownFields::idOf).orElse(field.id());
    }

    /** The custom field that is meant, if it is one and exists. */
    public Optional<CustomField> custom(Field field) {
        String id = idOf(field);
        return id.startsWith("customfield_") ? Optional.ofNullable(customFields.getCustomFieldObject(id)) : Optional.empty();
    }

    /** The name people read; for a field that does not exist, a text that says so. */
    public String nameOf(Field field, Locale locale) {
        Optional<SystemField> system = SystemField.of(field.id());
        if (system.isPresent()) {
            return texts.in(locale).text("decision-gates.jira.field." + system.get().id());
        }
        return custom(field).map(CustomField::getFieldName)
                .orElseGet(() -> texts.in(locale).text("decision-gates.jira.field.missing", field.id()));
    }

    /**
     * Those of {@code types} whose issues have the field in no project, because none of its contexts is for them. A gate that reads the
     * field would refuse every one of these issues.
     */
    public List<IssueType> without(Field field, List<IssueType> types) {
        return custom(field).filter(custom -> !custom.isAllIssueTypes()).map(custom -> {
            Set<String> having = Stream.ofNullable(custom.getAssociatedIssueTypes()).flatMap(List::stream).filter(Objects::nonNull)
                    .map(IssueType::getId).collect(Collectors.toSet());
            return types.stream().filter(type -> !having.contains(type.getId())).toList();
        }).orElse(List.of());
    }

    /** Whether a value of the field is a point in time rather than a day. */
    public static boolean isDateTime(CustomField field) {
        return (TYPES + "datetime").equals(field.getCustomFieldType().getKey());
    }

    /** Whether the field has options that administrators made, each with an id. */
    public static boolean hasOptions(CustomField field) {
        return OPTIONS.contains(field.getCustomFieldType().getKey());
    }

    /** What a form offers for a setting: the app's own fields first, then Jira's, then custom ones by name. */
    public List<Field> fitting(Setting.Type type) {
        List<Field> own = new ArrayList<>();
        for (OwnField field : OwnField.values()) {
            Field named = new Field(field.key());
            custom(named).filter(custom -> fits(custom, type)).ifPresent(custom -> own.add(named));
        }
        List<Field> all = new ArrayList<>(own);
        for (SystemField field : SystemField.values()) {
            if (field.fits(type)) {
                all.add(new Field(field.id()));
            }
        }
        Set<String> taken = Set.copyOf(own.stream().map(this::idOf).toList());
        customFields.getCustomFieldObjects().stream()
                .filter(custom -> fits(custom, type) && !taken.contains(custom.getId()))
                .sorted(Comparator.comparing(CustomField::getFieldName, String.CASE_INSENSITIVE_ORDER))
                .forEach(custom -> all.add(new Field(custom.getId())));
        return all;
    }

    private static boolean fits(CustomField field, Setting.Type type) {
        String key = field.getCustomFieldType().getKey();
        return switch (type) {
            case PERSON_FIELD, PEOPLE_FIELD -> PERSONS.contains(key);
            case DATE_FIELD -> DATES.contains(key);
            case TEXT_FIELD -> TEXTS.contains(key);
            case MOMENT_FIELD -> isDateTime(field);
            case OPTION_FIELD -> OPTIONS.contains(key) || NAMES.contains(key);
            case NUMBER_FIELD -> (TYPES + "float").equals(key);
            case VERSION_FIELD -> VERSIONS.contains(key);
            case ANY_FIELD -> true;
            default -> false;
        };
    }
}
