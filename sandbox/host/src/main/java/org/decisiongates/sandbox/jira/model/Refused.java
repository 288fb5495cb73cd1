package org.decisiongates.sandbox.jira.model;

/** An administrative change that is not allowed, with the reason in words. */
public final class Refused extends RuntimeException {

    public Refused(String message) {
        super(message);
    }

    public Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
