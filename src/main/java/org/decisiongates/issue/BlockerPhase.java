package org.decisiongates.issue;

import java.util.Arrays;
import java.util.Optional;

/** Where a Blocker stands. The label is the name of the status in the workflow the app ships. */
public enum BlockerPhase {
    OPEN("Open"),
    RESOLVING("Resolving"),
    ESCALATED("Escalated"),
    RESOLVED("Resolved"),
    ACCEPTED("Accepted"),
    FALLBACK_INVOKED("Fallback invoked");

    private final String label;

    BlockerPhase(String label) {
        this.label = label;
    }

    /** Name of the status that stands for this phase. */
    public String label() {
        return label;
    }

    /** Whether it still stands in the way. */
    public boolean isOpen() {
        return this == OPEN || this == RESOLVING || this == ESCALATED;
    }

    /** The phase a status of this name stands for, letter case aside. */
    public static Optional<BlockerPhase> labelled(String label) {
        return Arrays.stream(values()).filter(phase -> phase.label.equalsIgnoreCase(label)).findFirst();
    }
}
