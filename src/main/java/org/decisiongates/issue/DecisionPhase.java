package org.decisiongates.issue;

import java.util.Arrays;
import java.util.Optional;

/** Where a Decision stands. The label is the name of the status in the workflow the app ships. */
public enum DecisionPhase {
    DRAFT("Draft"),
    IN_REVIEW("In review"),
    DECIDED("Decided"),
    IN_DELIVERY("In delivery"),
    LIVE("Live"),
    CLOSED("Closed"),
    REJECTED("Rejected"),
    SUPERSEDED("Superseded");

    private final String label;

    DecisionPhase(String label) {
        this.label = label;
    }

    /** Name of the status that stands for this phase. */
    public String label() {
        return label;
    }

    /** Whether the question is still unanswered. What is decided but not yet delivered is no longer an open decision. */
    public boolean isOpen() {
        return this == DRAFT || this == IN_REVIEW;
    }

    /** The phase a status of this name stands for, letter case aside. */
    public static Optional<DecisionPhase> labelled(String label) {
        return Arrays.stream(values()).filter(phase -> phase.label.equalsIgnoreCase(label)).findFirst();
    }
}
