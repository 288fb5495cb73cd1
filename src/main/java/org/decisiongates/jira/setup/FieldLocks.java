package org.decisiongates.jira.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.PluginAccessor;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.service.OptionalServices;

/**
 * Locks the app's fields, so that nobody changes or deletes them on Jira's pages by accident, and unlocks them when an administrator wants
 * to. Jira shows a locked field as managed by the app. The lock binds Jira's pages, not what the app does itself (ADR-0113).
 * A Jira that lets apps lock nothing has nothing that could be locked.
 */
@JiraComponent
class FieldLocks {

    private static final Logger LOG = LoggerFactory.getLogger(FieldLocks.class);
    private static final String SERVICE = "com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItemService";
    private static final String APP = "org.decisiongates.decision-gates";

    private final OptionalServices services;
    private final CustomFieldManager fields;
    private final OwnFields own;
    private final PluginAccessor plugins;

    FieldLocks(OptionalServices services, CustomFieldManager fields, OwnFields own, PluginAccessor plugins) {
        this.services = services;
        this.fields = fields;
        this.own = own;
        this.plugins = plugins;
    }

    /** One thing of set-up for each field: it is locked once, and stays as an administrator leaves it. */
    List<SetupStep> all() {
        // a field that cannot be locked keeps nothing else from being set up: health tells of it
        return Arrays.stream(OwnField.values()).map(field -> SetupStep.work("field-lock." + field.key(), () -> tryToLock(field))).toList();
    }

    private void tryToLock(OwnField field) {
        try {
            lock(field);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the field {} could not be locked; see the page Health", field.key(), e);
        }
    }

    /** Whether nobody may change the field on Jira's pages, whoever locked it. */
    boolean isLocked(CustomField field) {
        return managed().filter(fieldsOfJira -> fieldsOfJira.isLocked(field)).isPresent();
    }

    /** Those of the app's fields that are there and can be locked, in order. */
    List<CustomField> lockable() {
        return managed().isEmpty() ? List.of() : Arrays.stream(OwnField.values()).flatMap(field -> existing(field).stream()).toList();
    }

    /** Locks it if it is there; returns why it could not be locked. */
    Optional<String> lock(OwnField field) {
        return existing(field).flatMap(this::lock);
    }

    Optional<String> lock(CustomField field) {
        return managed().flatMap(fieldsOfJira -> fieldsOfJira.lock(field, plugins.getPlugin(APP)));
    }

    /** Leaves it to every administrator of Jira. */
    Optional<String> unlock(CustomField field) {
        return managed().flatMap(fieldsOfJira -> fieldsOfJira.unlock(field));
    }

    private Optional<ManagedFields> managed() {
        return services.find(SERVICE).map(ManagedFields::new);
    }

    private Optional<CustomField> existing(OwnField field) {
        return own.idOf(field).map(fields::getCustomFieldObject);
    }
}
