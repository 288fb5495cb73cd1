package com.atlassian.sal.api.net;

public class ResponseTransportException extends ResponseException {
    public ResponseTransportException(Throwable cause) {
        super(cause);
    }

    public ResponseTransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
