package org.decisiongates.sandbox.host.rest;

/**
 * The platform's own no, for people who are not logged in or may not call. It is thrown rather than answered, and belongs to no family that
 * has a mapper of its own: nobody knows whether a plugin's mapper of {@code Exception} wins over the platform's, so here it does.
 */
final class PlatformRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    PlatformRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
