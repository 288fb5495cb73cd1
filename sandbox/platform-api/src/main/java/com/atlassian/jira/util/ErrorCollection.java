package com.atlassian.jira.util;

import java.util.Collection;
import java.util.Map;

public interface ErrorCollection {
    void addErrorMessages(Collection<String> errorMessages);
    void addErrors(Map<String, String> errors);
    boolean hasAnyErrors();
    Map<String, String> getErrors();
    Collection<String> getErrorMessages();
    void addReason(Reason reason);

    enum Reason {
        NOT_LOGGED_IN, FORBIDDEN, NOT_FOUND, SERVER_ERROR, VALIDATION_FAILED, CONFLICT, PRECONDITION_FAILED
    }
}
