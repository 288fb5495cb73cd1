package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.avatar.Avatar;
import com.atlassian.jira.icon.IconType;

import org.decisiongates.sandbox.jira.model.AvatarRow;

/** An icon as apps see it. */
record SandboxAvatar(AvatarRow row) implements Avatar {

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public String getFileName() {
        return row.fileName();
    }

    @Override
    public String getContentType() {
        return row.contentType();
    }

    @Override
    public String getOwner() {
        return row.owner();
    }

    @Override
    public boolean isSystemAvatar() {
        return row.system();
    }

    @Override
    public IconType getIconType() {
        return switch (row.iconType()) {
            case "issuetype" -> IconType.ISSUE_TYPE_ICON_TYPE;
            case "project" -> IconType.PROJECT_ICON_TYPE;
            default -> IconType.USER_ICON_TYPE;
        };
    }
}
