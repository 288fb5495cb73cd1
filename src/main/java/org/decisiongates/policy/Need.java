package org.decisiongates.policy;

/** What a rule reads beyond the fields of the issue. */
public enum Need {
    /** The user who acts, or on whose behalf is asked. */
    ACTOR,
    /** The transition that is asked for, and what it changes. */
    TRANSITION,
    /** Links to other issues, and where these stand. */
    LINKS,
    /** What happened to the issue before. */
    HISTORY
}
