package org.decisiongates.summary;

/** A text that should have been a weekly summary and is not; the message says what is wrong and where. */
public final class UnreadableSummaryException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableSummaryException(String message) {
        super(message);
    }

    UnreadableSummaryException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
