package org.decisiongates.sandbox.confluence.rest;

/** A REST call that is answered with an error: the status and what the caller is told. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    Failure(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
