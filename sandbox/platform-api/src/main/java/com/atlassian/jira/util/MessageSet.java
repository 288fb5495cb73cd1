package com.atlassian.jira.util;

import java.util.Set;

public interface MessageSet {
    Set<String> getErrorMessages();
    Set<String> getWarningMessages();
    boolean hasAnyErrors();
    boolean hasAnyWarnings();
    boolean hasAnyMessages();
    void addErrorMessage(String message);
    void addWarningMessage(String message);
    void addMessageSet(MessageSet messages);
}
