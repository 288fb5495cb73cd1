package org.decisiongates.issue;

/** Says that the host has no group or role of the name a rule asks for, so that nobody can be in it, or outside it. */
public final class MissingReferenceException extends RuntimeException {

    /** What there is none of. */
    public enum Kind {
        GROUP, ROLE
    }

    private final Kind kind;
    private final String name;

    public MissingReferenceException(Kind kind, String name) {
        super("there is no " + kind + " " + name);
        this.kind = kind;
        this.name = name;
    }

    public Kind kind() {
        return kind;
    }

    /** The name of the group, or the id of the role. */
    public String name() {
        return name;
    }
}
