package org.decisiongates.sandbox.jira.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.atlassian.jira.avatar.Avatar;
import com.atlassian.jira.avatar.Selection;
import com.atlassian.jira.icon.IconOwningObjectId;
import com.atlassian.jira.icon.IconType;

import org.decisiongates.sandbox.jira.model.AvatarRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.avatar.AvatarManager}. */
record SandboxAvatars(SandboxJira jira) {

    private static final int LARGEST = 500_000;

    public Avatar create(String fileName, String contentType, IconType type, IconOwningObjectId owner, InputStream image, Selection crop)
            throws IOException {
        byte[] bytes = image.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException("The image is larger than " + LARGEST + " bytes.");
        }
        return new SandboxAvatar(jira.avatars().create(type.getKey(), owner.getId(), fileName, contentType, bytes, false));
    }

    public Avatar getById(Long id) {
        return jira.avatars().byId(id).map(SandboxAvatar::new).orElse(null);
    }

    public Long getDefaultAvatarId(IconType type) {
        return jira.avatars().system(type.getKey()).stream().findFirst().map(AvatarRow::id).orElse(null);
    }

    public List<Avatar> getCustomAvatarsForOwner(IconType type, String ownerId) {
        return jira.avatars().ofOwner(type.getKey(), ownerId).stream().map(row -> (Avatar) new SandboxAvatar(row)).toList();
    }
}
