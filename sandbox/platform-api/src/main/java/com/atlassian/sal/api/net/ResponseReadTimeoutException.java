package com.atlassian.sal.api.net;

public class ResponseReadTimeoutException extends ResponseTransportException {
    public ResponseReadTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
