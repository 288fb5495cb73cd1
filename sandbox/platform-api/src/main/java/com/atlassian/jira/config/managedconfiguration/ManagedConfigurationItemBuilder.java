package com.atlassian.jira.config.managedconfiguration;

import com.atlassian.plugin.Plugin;

public class ManagedConfigurationItemBuilder {

    private String itemId;
    private boolean managed;
    private ConfigurationItemAccessLevel level;
    private String source;
    private String descriptionKey;

    public ManagedConfigurationItemBuilder setItemId(String id) {
        itemId = id;
        return this;
    }

    public ManagedConfigurationItemBuilder setManaged(boolean isManaged) {
        managed = isManaged;
        return this;
    }

    public ManagedConfigurationItemBuilder setConfigurationItemAccessLevel(ConfigurationItemAccessLevel accessLevel) {
        level = accessLevel;
        return this;
    }

    public ManagedConfigurationItemBuilder setSource(Plugin plugin) {
        return setSource(plugin.getKey());
    }

    public ManagedConfigurationItemBuilder setSource(String id) {
        source = id;
        return this;
    }

    public ManagedConfigurationItemBuilder setDescriptionI18nKey(String key) {
        descriptionKey = key;
        return this;
    }

    public ManagedConfigurationItem build() {
        return new ManagedConfigurationItem(itemId, managed, level, source, descriptionKey);
    }
}
