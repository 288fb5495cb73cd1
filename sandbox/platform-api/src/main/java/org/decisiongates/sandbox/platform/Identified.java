package org.decisiongates.sandbox.platform;

/** A thing the plugin constructs and the host stores: the host gives it its id. */
public abstract class Identified {
    private Long id;

    protected Identified() {
    }

    public Long getId() {
        return id;
    }

    /** Called by the host once the row exists; products have no such method, so a plugin must not call it. */
    public static void assign(Object standIn, Long id) {
        ((Identified) standIn).id = id;
    }
}
