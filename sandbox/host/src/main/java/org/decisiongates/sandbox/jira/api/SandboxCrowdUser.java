package org.decisiongates.sandbox.jira.api;

import com.atlassian.crowd.model.user.User;

import org.decisiongates.sandbox.jira.model.UserRow;

/** An account as Crowd's events have it. */
record SandboxCrowdUser(UserRow row) implements User {

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public boolean isActive() {
        return row.active();
    }
}
