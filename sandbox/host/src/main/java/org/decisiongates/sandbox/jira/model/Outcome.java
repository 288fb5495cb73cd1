package org.decisiongates.sandbox.jira.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an action: the issue as stored now, or what stood against it.
 *
 * @param reason  why it was refused, as an HTTP status: 400, 403, 404, 500
 * @param errors  messages by field id
 * @param messages  messages about the issue as a whole
 */
public record Outcome(Optional<IssueRow> issue, int reason, Map<String, String> errors, List<String> messages) {

    public Outcome {
        errors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        messages = List.copyOf(messages);
    }

    public boolean done() {
        return errors.isEmpty() && messages.isEmpty();
    }

    static Outcome of(IssueRow issue) {
        return new Outcome(Optional.ofNullable(issue), 200, Map.of(), List.of());
    }

    static Outcome refused(int reason, String message) {
        return new Outcome(Optional.empty(), reason, Map.of(), List.of(message));
    }

    static Outcome refused(Map<String, String> errors, List<String> messages) {
        return new Outcome(Optional.empty(), 400, errors, messages);
    }
}
