package com.atlassian.jira.config.managedconfiguration;

public class ManagedConfigurationItem {

    private final String itemId;
    private final boolean managed;
    private final ConfigurationItemAccessLevel level;
    private final String source;
    private final String descriptionKey;

    ManagedConfigurationItem(String itemId, boolean managed, ConfigurationItemAccessLevel level, String source, String descriptionKey) {
        this.itemId = itemId;
        this.managed = managed;
        this.level = level;
        this.source = source;
        this.descriptionKey = descriptionKey;
    }

    public String getItemId() {
        return itemId;
    }

    public boolean isManaged() {
        return managed;
    }

    public ConfigurationItemAccessLevel getConfigurationItemAccessLevel() {
        return level;
    }

    public String getSourceId() {
        return source;
    }

    public String getDescriptionI18nKey() {
        return descriptionKey;
    }

    public ManagedConfigurationItemBuilder newBuilder() {
        return new ManagedConfigurationItemBuilder().setItemId(itemId).setManaged(managed).setConfigurationItemAccessLevel(level)
                .setSource(source).setDescriptionI18nKey(descriptionKey);
    }
}
