package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.bc.ServiceOutcome;
import com.atlassian.jira.bc.ServiceResultImpl;
import com.atlassian.jira.config.managedconfiguration.ConfigurationItemAccessLevel;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItem;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItemBuilder;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.util.SimpleErrorCollection;

import org.decisiongates.sandbox.jira.model.ManagedItemRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code ManagedConfigurationItemService}, of custom fields. One that nobody manages is described as free to all administrators. */
record SandboxManagedItems(SandboxJira jira) {

    public ManagedConfigurationItem getManagedCustomField(CustomField field) {
        ManagedConfigurationItemBuilder item = new ManagedConfigurationItemBuilder().setItemId(field.getId())
                .setConfigurationItemAccessLevel(ConfigurationItemAccessLevel.ADMIN);
        return jira.managedItems().of(field.getId())
                .map(row -> item.setManaged(row.managed())
                        .setConfigurationItemAccessLevel(ConfigurationItemAccessLevel.valueOf(row.level()))
                        .setSource(row.source()).setDescriptionI18nKey(row.descriptionKey()))
                .orElse(item).build();
    }

    public ServiceOutcome<ManagedConfigurationItem> updateManagedConfigurationItem(ManagedConfigurationItem item) {
        jira.managedItems().put(new ManagedItemRow(item.getItemId(), item.isManaged(), item.getConfigurationItemAccessLevel().name(),
                orEmpty(item.getSourceId()), orEmpty(item.getDescriptionI18nKey())));
        return new Done();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static final class Done extends ServiceResultImpl implements ServiceOutcome<ManagedConfigurationItem> {

        Done() {
            super(new SimpleErrorCollection());
        }
    }
}
