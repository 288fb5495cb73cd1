package org.decisiongates.json;

/** A text that is not the JSON it should be; the message says what is wrong and where. */
public final class UnreadableJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    public UnreadableJsonException(String message) {
        super(message);
        this.line = 1;
    }

    UnreadableJsonException(String message, Throwable cause, int line) {
        super(message, cause);
        this.line = line;
    }

    /** The line of the text, from 1, where that is known; else 1. */
    public int line() {
        return line;
    }
}
