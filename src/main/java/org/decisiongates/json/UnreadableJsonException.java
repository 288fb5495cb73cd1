package org.decisiongates.json;

/** A text that is not the JSON it should be; the message says what is wrong and where. */
public final class UnreadableJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableJsonException(String message) {
        super(message);
    }

    UnreadableJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
