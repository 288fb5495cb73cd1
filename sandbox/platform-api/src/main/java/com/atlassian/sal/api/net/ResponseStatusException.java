package com.atlassian.sal.api.net;

public class ResponseStatusException extends ResponseException {
    private final transient Response response;

    public ResponseStatusException(String message, Response response) {
        super(message);
        this.response = response;
    }
}
