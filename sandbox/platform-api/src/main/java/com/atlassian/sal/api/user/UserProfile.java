package com.atlassian.sal.api.user;

public interface UserProfile {
    String getUsername();
}
