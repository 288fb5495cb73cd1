package com.atlassian.plugin.web;

import java.util.Map;

import com.atlassian.plugin.PluginParseException;

public interface Condition {
    void init(Map<String, String> params) throws PluginParseException;
    boolean shouldDisplay(Map<String, Object> context);
}
