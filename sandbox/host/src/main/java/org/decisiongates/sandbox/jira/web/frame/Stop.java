package org.decisiongates.sandbox.jira.web.frame;

/** Why a page is not shown, in words for the person who asked for it. */
public final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String heading;

    private Stop(int status, String heading, String text) {
        super(text, null, false, false);
        this.status = status;
        this.heading = heading;
    }

    public int status() {
        return status;
    }

    public String heading() {
        return heading;
    }

    public static Stop wrongMethod() {
        return new Stop(405, "Not that way", "This address does not take this kind of request.");
    }

    public static Stop notFound(String what) {
        return new Stop(404, "Not found", what + " does not exist, or you may not see it.");
    }

    public static Stop forbidden(String text) {
        return new Stop(403, "You may not do this", text);
    }

    public static Stop bad(String text) {
        return new Stop(400, "That does not work", text);
    }

    /** Logging in may help. */
    public static Stop login() {
        return new Stop(401, "Log in", "You must log in to see this page.");
    }
}
