package org.decisiongates.sandbox.confluence.storage;

/** Says why a text is not storage format, in words an author can act on. */
public final class MalformedStorage extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedStorage(String message) {
        super(message);
    }

    MalformedStorage(String message, Throwable cause) {
        super(message, cause);
    }
}
