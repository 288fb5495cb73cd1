package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.UserRow;

/** An account as apps see it. */
public record SandboxUser(UserRow row) implements ApplicationUser {

    /** The key of somebody; null for nobody. */
    public static String key(ApplicationUser user) {
        return user == null ? null : user.getKey();
    }

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public String getKey() {
        return row.key();
    }

    @Override
    public String getUsername() {
        return row.name();
    }

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public String getDisplayName() {
        return row.displayName();
    }

    @Override
    public String getEmailAddress() {
        return row.email();
    }

    @Override
    public boolean isActive() {
        return row.active();
    }

    @Override
    public long getDirectoryId() {
        throw new NotInSandbox(ApplicationUser.class, "getDirectoryId()");
    }

    @Override
    public String toString() {
        return row.name() + "(" + row.key() + ")";
    }
}
