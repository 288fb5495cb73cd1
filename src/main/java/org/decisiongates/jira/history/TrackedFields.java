package org.decisiongates.jira.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.decision.OwnField;
import org.decisiongates.jira.issuetype.OwnFields;

/** Which fields of this installation the journal asks about. Jira's history calls a custom field by the name it had then. */
@JiraComponent
class TrackedFields {

    private static final Map<String, Tracked> OF_JIRA = Map.of("Key", Tracked.KEY, "project", Tracked.PROJECT, "issuetype", Tracked.TYPE,
            "status", Tracked.STATUS, "duedate", Tracked.DUE, "Fix Version", Tracked.RELEASE, "Link", Tracked.LINK);
    private static final Map<OwnField, Tracked> OWN = Map.of(OwnField.OWNER, Tracked.OWNER, OwnField.ACCEPTANCE_CRITERIA, Tracked.SCOPE,
            OwnField.TRADE_OFFS, Tracked.SCOPE, OwnField.CUSTOMER_FACING, Tracked.CUSTOMER_FACING, OwnField.FALLBACK, Tracked.FALLBACK);

    private final OwnFields own;
    private final CustomFieldManager customFields;

    TrackedFields(OwnFields own, CustomFieldManager customFields) {
        this.own = own;
        this.customFields = customFields;
    }

    Optional<Tracked> named(boolean custom, String name) {
        return Optional.ofNullable(custom ? ofOurs().get(name) : OF_JIRA.get(name));
    }

    /** The value of one of the app's fields; empty, too, when the field was removed. */
    <T> Optional<T> value(Issue issue, OwnField field, Class<T> type) {
        return custom(field).map(issue::getCustomFieldValue).filter(type::isInstance).map(type::cast);
    }

    private Map<String, Tracked> ofOurs() {
        Map<String, Tracked> names = new HashMap<>();
        OWN.forEach((field, tracked) -> custom(field).ifPresent(found -> names.put(found.getFieldName(), tracked)));
        return names;
    }

    private Optional<CustomField> custom(OwnField field) {
        return own.idOf(field).map(customFields::getCustomFieldObject);
    }
}
