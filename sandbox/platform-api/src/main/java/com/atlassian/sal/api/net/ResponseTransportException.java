package com.atlassian.sal.api.net;

public class ResponseTransportException extends ResponseException {
    public ResponseTransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
