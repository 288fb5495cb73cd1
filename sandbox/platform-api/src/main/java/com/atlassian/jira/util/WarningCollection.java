package com.atlassian.jira.util;

import java.util.Collection;

public interface WarningCollection {
    Collection<String> getWarnings();
    void addWarning(String warning);
    boolean hasAnyWarnings();
}
