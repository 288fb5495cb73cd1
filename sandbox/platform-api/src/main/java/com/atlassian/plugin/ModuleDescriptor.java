package com.atlassian.plugin;

public interface ModuleDescriptor<T> {
    String getCompleteKey();
}
