package com.atlassian.sal.api.net;

public class ResponseConnectTimeoutException extends ResponseTransportException {
    public ResponseConnectTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
