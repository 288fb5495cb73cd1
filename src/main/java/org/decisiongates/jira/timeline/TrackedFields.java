package org.decisiongates.jira.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.FormerNames;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.FieldMapping;
import org.decisiongates.timeline.TrackedField;

/**
 * Which fields of this installation the journal asks about. Jira's history gives its own fields by id, and a custom field only by the
 * name it had then, which other fields may have, too.
 */
@JiraComponent
class TrackedFields {

    private static final Map<String, TrackedField> OF_JIRA = Map.of("Key", TrackedField.KEY, "project", TrackedField.PROJECT, "issuetype",
            TrackedField.TYPE,
            "status", TrackedField.STATUS, "duedate", TrackedField.DUE, "Fix Version", TrackedField.RELEASE, "Link", TrackedField.LINK);
    private static final Map<OwnField, TrackedField> OWN = Map.of(OwnField.OWNER, TrackedField.OWNER, OwnField.ACCEPTANCE_CRITERIA,
            TrackedField.SCOPE,
            OwnField.TRADE_OFFS, TrackedField.SCOPE, OwnField.CUSTOMER_FACING, TrackedField.CUSTOMER_FACING, OwnField.FALLBACK,
            TrackedField.FALLBACK);

    private static final Map<Change.Item, OwnField> FIELDS = Map.of(Change.Item.OWNER, OwnField.OWNER, Change.Item.CUSTOMER_FACING,
            OwnField.CUSTOMER_FACING, Change.Item.FALLBACK, OwnField.FALLBACK);

    private final OwnFields own;
    private final CustomFieldManager customFields;
    private final FormerNames names;

    TrackedFields(OwnFields own, CustomFieldManager customFields, FormerNames names) {
        this.own = own;
        this.customFields = customFields;
        this.names = names;
    }

    Optional<FieldMapping.Field> named(boolean custom, String name) {
        return custom ? ofOurs(name)
                : Optional.ofNullable(OF_JIRA.get(name)).map(tracked -> new FieldMapping.Field(tracked, Optional.empty(), true));
    }

    /** Stores every name that our fields have now. */
    void noticeNames() {
        names.refresh();
        // the journal does not ask about the question; who edited it is asked of Jira's history
        Stream.concat(OWN.keySet().stream(), Stream.of(OwnField.QUESTION))
                .forEach(field -> custom(field).ifPresent(found -> names.of(field, found)));
    }

    /** Whether the field that an item of the journal comes from is there; nothing is known of a removed field. */
    boolean isThere(Change.Item item) {
        return Optional.ofNullable(FIELDS.get(item)).map(field -> custom(field).isPresent()).orElse(true);
    }

    /** The value of one of the app's fields; also empty when the field was removed. */
    <T> Optional<T> value(Issue issue, OwnField field, Class<T> type) {
        return custom(field).map(issue::getCustomFieldValue).filter(type::isInstance).map(type::cast);
    }

    /** Whether an option of the field that says whether customers notice says that they do. */
    boolean saysYes(Option option) {
        return own.saysYes(option);
    }

    boolean saysYes(String optionId, String name) {
        return own.saysYes(optionId, name);
    }

    private Optional<FieldMapping.Field> ofOurs(String name) {
        List<OwnField> named = Arrays.stream(OwnField.values()).filter(OWN::containsKey)
                .filter(field -> custom(field).filter(found -> isNamed(field, found, name)).isPresent()).toList();
        return named.stream().findFirst()
                .map(field -> new FieldMapping.Field(OWN.get(field), Optional.of(field), named.size() == 1 && isOursAlone(field, name)));
    }

    private boolean isNamed(OwnField field, CustomField found, String name) {
        return names.of(field, found).contains(name);
    }

    private boolean isOursAlone(OwnField field, String name) {
        String id = own.idOf(field).orElse("");
        return customFields.getCustomFieldObjectsByName(name).stream().allMatch(other -> other.getId().equals(id));
    }

    private Optional<CustomField> custom(OwnField field) {
        return own.idOf(field).map(customFields::getCustomFieldObject);
    }
}
