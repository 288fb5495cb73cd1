package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** Why a query cannot be run, in words for the person who typed it. */
public final class JqlProblem extends Exception {

    private final transient List<String> messages;

    public JqlProblem(List<String> messages) {
        super(String.join(" ", messages));
        this.messages = List.copyOf(messages);
    }

    public JqlProblem(String message) {
        this(List.of(message));
    }

    public List<String> messages() {
        return messages;
    }
}
