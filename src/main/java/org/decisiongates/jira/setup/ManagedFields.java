package org.decisiongates.jira.setup;

import java.util.Optional;

import com.atlassian.jira.bc.ServiceOutcome;
import com.atlassian.jira.config.managedconfiguration.ConfigurationItemAccessLevel;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItem;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItemService;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Jira lets apps say of fields that they manage. Loaded only where Jira has the service. */
final class ManagedFields {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedFields.class);

    private final ManagedConfigurationItemService managed;

    /** @param service a {@code ManagedConfigurationItemService} */
    ManagedFields(Object service) {
        this.managed = (ManagedConfigurationItemService) service;
    }

    boolean isLocked(CustomField field) {
        ManagedConfigurationItem item = managed.getManagedCustomField(field);
        return item.isManaged() && item.getConfigurationItemAccessLevel() == ConfigurationItemAccessLevel.LOCKED;
    }

    Optional<String> lock(CustomField field, Plugin app) {
        return put(field, managed.getManagedCustomField(field).newBuilder().setManaged(true)
                .setConfigurationItemAccessLevel(ConfigurationItemAccessLevel.LOCKED).setSource(app)
                .setDescriptionI18nKey("decision-gates.jira.setup.locked-field").build());
    }

    Optional<String> unlock(CustomField field) {
        return put(field, managed.getManagedCustomField(field).newBuilder().setManaged(false)
                .setConfigurationItemAccessLevel(ConfigurationItemAccessLevel.ADMIN).build());
    }

    private Optional<String> put(CustomField field, ManagedConfigurationItem item) {
        ServiceOutcome<ManagedConfigurationItem> outcome = managed.updateManagedConfigurationItem(item);
        if (outcome.isValid()) {
            return Optional.empty();
        }
        String reason = field.getFieldName() + ": " + String.join(" ", outcome.getErrorCollection().getErrorMessages());
        LOG.warn("Jira did not change the lock of the field {} ({}): {}", field.getFieldName(), field.getId(), reason);
        return Optional.of(reason);
    }
}
