package com.atlassian.jira.util;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

public class MessageSetImpl implements MessageSet {
    private final Set<String> errors = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    public MessageSetImpl() {
    }

    @Override
    public Set<String> getErrorMessages() {
        return Collections.unmodifiableSet(errors);
    }

    @Override
    public Set<String> getWarningMessages() {
        return Collections.unmodifiableSet(warnings);
    }

    @Override
    public boolean hasAnyErrors() {
        return !errors.isEmpty();
    }

    @Override
    public boolean hasAnyWarnings() {
        return !warnings.isEmpty();
    }

    @Override
    public boolean hasAnyMessages() {
        return hasAnyErrors() || hasAnyWarnings();
    }

    @Override
    public void addErrorMessage(String message) {
        errors.add(message);
    }

    @Override
    public void addWarningMessage(String message) {
        warnings.add(message);
    }

    @Override
    public void addMessageSet(MessageSet messages) {
        errors.addAll(messages.getErrorMessages());
        warnings.addAll(messages.getWarningMessages());
    }
}
