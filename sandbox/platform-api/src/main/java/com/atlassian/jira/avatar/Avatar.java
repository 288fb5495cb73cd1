package com.atlassian.jira.avatar;

import com.atlassian.jira.icon.IconType;

public interface Avatar {
    Long getId();
    String getFileName();
    String getContentType();
    String getOwner();
    boolean isSystemAvatar();
    IconType getIconType();
}
