package org.decisiongates.acceptance;

/** A step that others build on could not be done; the message says which and what was answered. */
final class KitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KitException(String message) {
        super(message);
    }
}
