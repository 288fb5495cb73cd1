package com.atlassian.plugin;

public class PluginInformation {
    private String version = "0.0";

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }
}
