package org.decisiongates.sandbox.confluence.model;

/** Says why a change was not stored. Nothing of it was. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a change can be refused. */
    public enum Reason { STALE_VERSION, TITLE_TAKEN, INVALID, NOT_FOUND }

    public Refused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
