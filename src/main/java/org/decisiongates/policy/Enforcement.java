package org.decisiongates.policy;

import java.util.Arrays;
import java.util.Optional;

/** What follows from a gate that is not met, the strictest first. Stored by name. */
public enum Enforcement {
    /** The transition is refused. */
    ENFORCE,
    /** People see what is missing, and may go on. */
    ADVISE,
    /** Only the journal records what would have been refused. */
    EVALUATE,
    /** No rule is evaluated. */
    OFF;

    /** Whether more follows than from {@code other}. */
    public boolean isStricterThan(Enforcement other) {
        return ordinal() < other.ordinal();
    }

    /** The enforcement of this name; empty for a word of a newer version of the app. */
    public static Optional<Enforcement> named(String name) {
        return Arrays.stream(values()).filter(enforcement -> enforcement.name().equals(name)).findFirst();
    }
}
