package com.atlassian.plugin;

public class PluginParseException extends RuntimeException {
}
