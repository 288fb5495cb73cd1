package com.atlassian.crowd.event.user;

import com.atlassian.crowd.model.user.User;

public class UserUpdatedEvent {

    private final User user;

    protected UserUpdatedEvent(User user) {
        this.user = user;
    }

    public User getUser() {
        return user;
    }
}
