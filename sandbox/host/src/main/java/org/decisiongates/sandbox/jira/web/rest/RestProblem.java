package org.decisiongates.sandbox.jira.web.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.Outcome;

/** A refusal in Jira's shape: a status, messages about the request, messages by field. */
final class RestProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> messages;
    private final transient Map<String, String> errors;

    private RestProblem(int status, List<String> messages, Map<String, String> errors) {
        super(messages + " " + errors, null, false, false);
        this.status = status;
        this.messages = List.copyOf(messages);
        this.errors = new LinkedHashMap<>(errors);
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errorMessages", messages);
        body.put("errors", errors);
        return body;
    }

    static RestProblem bad(String message) {
        return new RestProblem(400, List.of(message), Map.of());
    }

    static RestProblem bad(List<String> messages) {
        return new RestProblem(400, messages, Map.of());
    }

    static RestProblem bad(String field, String message) {
        return new RestProblem(400, List.of(), Map.of(field, message));
    }

    static RestProblem bad(Map<String, String> errors) {
        return new RestProblem(400, List.of(), errors);
    }

    static RestProblem notFound(String message) {
        return new RestProblem(404, List.of(message), Map.of());
    }

    /** The same answer for an issue that is not there and one the caller may not see. */
    static RestProblem noSuchIssue() {
        return notFound("Issue Does Not Exist");
    }

    static RestProblem forbidden(String message) {
        return new RestProblem(403, List.of(message), Map.of());
    }

    static RestProblem unauthorized() {
        return new RestProblem(401, List.of("You are not authenticated. Authentication required to perform this operation."), Map.of());
    }

    static RestProblem wrongLogin() {
        return new RestProblem(401, List.of("Login failed"), Map.of());
    }

    static RestProblem of(Outcome outcome) {
        return new RestProblem(outcome.reason(), outcome.messages(), outcome.errors());
    }

    static RestProblem of(int status, String message) {
        return new RestProblem(status, List.of(message), Map.of());
    }
}
