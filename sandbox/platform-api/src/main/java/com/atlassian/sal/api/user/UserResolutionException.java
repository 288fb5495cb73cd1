package com.atlassian.sal.api.user;

public class UserResolutionException extends Exception {
    public UserResolutionException(String message) {
        super(message);
    }
}
