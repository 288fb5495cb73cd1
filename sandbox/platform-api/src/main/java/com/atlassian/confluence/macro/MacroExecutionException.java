package com.atlassian.confluence.macro;

public class MacroExecutionException extends Exception {
    public MacroExecutionException(Throwable cause) {
        super(cause);
    }
}
