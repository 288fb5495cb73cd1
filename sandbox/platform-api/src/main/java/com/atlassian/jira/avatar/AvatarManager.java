package com.atlassian.jira.avatar;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.atlassian.jira.exception.DataAccessException;
import com.atlassian.jira.icon.IconOwningObjectId;
import com.atlassian.jira.icon.IconType;

public interface AvatarManager {
    String PNG_CONTENT_TYPE = "image/png";

    Avatar create(String fileName, String contentType, IconType type, IconOwningObjectId owner, InputStream image, Selection crop)
            throws DataAccessException, IOException;
    Avatar getById(Long id);
    Long getDefaultAvatarId(IconType type);
    List<Avatar> getCustomAvatarsForOwner(IconType type, String ownerId);
}
