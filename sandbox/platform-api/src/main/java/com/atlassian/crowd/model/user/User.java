package com.atlassian.crowd.model.user;

public interface User {

    String getName();

    boolean isActive();
}
