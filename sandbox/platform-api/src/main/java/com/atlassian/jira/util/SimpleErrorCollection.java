package com.atlassian.jira.util;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class SimpleErrorCollection implements ErrorCollection {
    private final Map<String, String> errors = new LinkedHashMap<>();
    private List<String> messages = new ArrayList<>();
    private Set<Reason> reasons = new LinkedHashSet<>();

    public SimpleErrorCollection() {
    }

    @Override
    public void addError(String field, String message) {
        errors.put(field, message);
    }

    @Override
    public void addError(String field, String message, Reason reason) {
        addError(field, message);
        addReason(reason);
    }

    @Override
    public void addErrorMessage(String message) {
        messages.add(message);
    }

    @Override
    public void addErrorMessage(String message, Reason reason) {
        addErrorMessage(message);
        addReason(reason);
    }

    @Override
    public Collection<String> getErrorMessages() {
        return messages;
    }

    @Override
    public void setErrorMessages(Collection<String> errorMessages) {
        messages = new ArrayList<>(errorMessages);
    }

    @Override
    public Collection<String> getFlushedErrorMessages() {
        Collection<String> flushed = messages;
        messages = new ArrayList<>();
        return flushed;
    }

    @Override
    public Map<String, String> getErrors() {
        return errors;
    }

    @Override
    public void addErrorCollection(ErrorCollection other) {
        addErrorMessages(other.getErrorMessages());
        addErrors(other.getErrors());
        addReasons(other.getReasons());
    }

    @Override
    public void addErrorMessages(Collection<String> errorMessages) {
        messages.addAll(errorMessages);
    }

    @Override
    public void addErrors(Map<String, String> added) {
        errors.putAll(added);
    }

    @Override
    public boolean hasAnyErrors() {
        return !errors.isEmpty() || !messages.isEmpty();
    }

    @Override
    public void addReason(Reason reason) {
        reasons.add(reason);
    }

    @Override
    public void addReasons(Set<Reason> added) {
        reasons.addAll(added);
    }

    @Override
    public void setReasons(Set<Reason> replacement) {
        reasons = new LinkedHashSet<>(replacement);
    }

    @Override
    public Set<Reason> getReasons() {
        return reasons;
    }
}
