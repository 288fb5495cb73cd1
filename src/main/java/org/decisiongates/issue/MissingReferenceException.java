package org.decisiongates.issue;

/** Says that the host does not have something that a rule names: nothing can be in it, equal it or differ from it. */
public final class MissingReferenceException extends RuntimeException {

    private final transient Reference reference;

    public MissingReferenceException(Reference reference) {
        super("there is no " + reference.kind() + " " + reference.id());
        this.reference = reference;
    }

    /** What there is none of. */
    public Reference reference() {
        return reference;
    }
}
