package com.atlassian.jira.util;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

public interface ErrorCollection {
    void addError(String field, String message);
    void addError(String field, String message, Reason reason);
    void addErrorMessage(String message);
    void addErrorMessage(String message, Reason reason);
    Collection<String> getErrorMessages();
    void setErrorMessages(Collection<String> errorMessages);
    Collection<String> getFlushedErrorMessages();
    Map<String, String> getErrors();
    void addErrorCollection(ErrorCollection errors);
    void addErrorMessages(Collection<String> errorMessages);
    void addErrors(Map<String, String> errors);
    boolean hasAnyErrors();
    void addReason(Reason reason);
    void addReasons(Set<Reason> reasons);
    void setReasons(Set<Reason> reasons);
    Set<Reason> getReasons();

    enum Reason {
        NOT_LOGGED_IN, FORBIDDEN, NOT_FOUND, SERVER_ERROR, VALIDATION_FAILED, CONFLICT, PRECONDITION_FAILED
    }
}
