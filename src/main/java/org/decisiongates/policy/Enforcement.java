package org.decisiongates.policy;

/** What follows from a gate that is not met. Stored by name. */
public enum Enforcement {
    /** The transition is refused. */
    ENFORCE,
    /** People are told, and may go on. */
    ADVISE,
    /** Only the journal keeps what would have been refused. */
    EVALUATE,
    /** No rule is evaluated. */
    OFF
}
