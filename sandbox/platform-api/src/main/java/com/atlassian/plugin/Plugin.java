package com.atlassian.plugin;

import java.util.Collection;

public interface Plugin {
    String getKey();

    PluginInformation getPluginInformation();

    Collection<ModuleDescriptor<?>> getModuleDescriptors();
}
