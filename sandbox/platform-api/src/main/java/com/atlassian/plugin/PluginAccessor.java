package com.atlassian.plugin;

public interface PluginAccessor {
    Plugin getPlugin(String key);

    boolean isPluginModuleEnabled(String completeKey);
}
