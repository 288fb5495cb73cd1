package org.decisiongates.issue;

import java.util.Objects;

/**
 * One of the ways in which a question can be decided.
 *
 * @param reason what speaks for it or, once it is rejected, against it; empty text for none given
 */
public record DecisionOption(String text, String reason, State state) implements IssueRecord {

    /** What was decided about it. Stored by name. */
    public enum State { OPEN, CHOSEN, REJECTED }

    public DecisionOption {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(state, "state");
    }

    @Override
    public Kind kind() {
        return Kind.OPTION;
    }
}
