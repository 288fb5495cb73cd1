package org.decisiongates.issue;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that may go wrong.
 *
 * @param approver user key of who accepted it; nobody while it is not accepted
 * @param expiry   the last day on which it is accepted, project zone
 */
public record Risk(String text, State state, Optional<String> approver, Optional<LocalDate> expiry) implements IssueRecord {

    /** What was done about it. Stored by name. */
    public enum State { OPEN, MITIGATED, ACCEPTED }

    public Risk {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(expiry, "expiry");
    }

    @Override
    public Kind kind() {
        return Kind.RISK;
    }

    /** Whether nothing was done about it. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether somebody accepted it and the acceptance holds on {@code day}; one without an approver or an expiry never does. */
    public boolean isAcceptedOn(LocalDate day) {
        return state == State.ACCEPTED && approver.isPresent() && expiry.filter(last -> !day.isAfter(last)).isPresent();
    }
}
