package com.atlassian.sal.api.net;

public class ResponseProtocolException extends ResponseException {
    public ResponseProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
