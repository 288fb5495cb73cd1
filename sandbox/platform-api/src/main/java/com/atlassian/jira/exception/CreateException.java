package com.atlassian.jira.exception;

public class CreateException extends Exception {
    public CreateException(String message) {
        super(message);
    }
}
