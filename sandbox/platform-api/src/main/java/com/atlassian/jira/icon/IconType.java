package com.atlassian.jira.icon;

public class IconType {
    public static final IconType PROJECT_ICON_TYPE = new IconType("project");
    public static final IconType USER_ICON_TYPE = new IconType("user");
    public static final IconType ISSUE_TYPE_ICON_TYPE = new IconType("issuetype");

    private final String key;

    private IconType(String key) {
        this.key = key;
    }

    public String getKey() {
        return key;
    }
}
