package com.atlassian.plugin;

import java.util.Collection;

public interface Plugin {
    PluginInformation getPluginInformation();

    Collection<ModuleDescriptor<?>> getModuleDescriptors();
}
