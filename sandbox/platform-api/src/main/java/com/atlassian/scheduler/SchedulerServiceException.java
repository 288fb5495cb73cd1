package com.atlassian.scheduler;

public class SchedulerServiceException extends Exception {
    public SchedulerServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
