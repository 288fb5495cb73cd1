package com.atlassian.applinks.api;

public interface PropertySet {
    Object getProperty(String key);
    Object putProperty(String key, Object value);
    Object removeProperty(String key);
}
