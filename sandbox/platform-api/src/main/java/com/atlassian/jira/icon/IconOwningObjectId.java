package com.atlassian.jira.icon;

public class IconOwningObjectId {
    private final String id;

    public IconOwningObjectId(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }
}
