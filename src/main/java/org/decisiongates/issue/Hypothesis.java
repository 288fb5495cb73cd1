package org.decisiongates.issue;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that people believe, and when it is checked.
 *
 * @param id        what evidence refers to it by, unique among the rows of all issues; 0 while it is not stored
 * @param text      what is believed
 * @param measure   how it is checked
 * @param exposure  how much is lost if it is wrong
 * @param outcome   what the check showed; empty text while nobody says it
 * @param owner     user key of who checks it
 * @param checkDate the last day on which it is to be checked, project zone
 */
public record Hypothesis(long id, String text, String measure, Exposure exposure, State state, String outcome, Optional<String> owner,
        LocalDate checkDate) implements IssueRecord {

    /** How much is lost if it is wrong. Stored by name. */
    public enum Exposure { NORMAL, HIGHEST }

    /** What the check showed. Stored by name. */
    public enum State {
        OPEN, VALIDATED, INVALIDATED,
        /** It was checked, and has to be checked again. */
        INCONCLUSIVE;

        /** Whether somebody said whether it holds. */
        public boolean isVerdict() {
            return this == VALIDATED || this == INVALIDATED;
        }
    }

    public Hypothesis {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(exposure, "exposure");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(checkDate, "checkDate");
    }

    /** A hypothesis that was not checked yet, and not stored. */
    public static Hypothesis open(String text, String measure, LocalDate checkDate) {
        return new Hypothesis(0, text, measure, Exposure.NORMAL, State.OPEN, "", Optional.empty(), checkDate);
    }

    @Override
    public Kind kind() {
        return Kind.HYPOTHESIS;
    }

    /** Whether its check date is past on {@code day}, and nobody has said whether it holds. */
    public boolean isOverdueOn(LocalDate day) {
        return !state.isVerdict() && day.isAfter(checkDate);
    }

    /** The same hypothesis, stored under this id. */
    @Override
    public Hypothesis withId(long stored) {
        return new Hypothesis(stored, text, measure, exposure, state, outcome, owner, checkDate);
    }

    /** The same hypothesis, with what the check showed. */
    public Hypothesis with(State shown, String said) {
        return new Hypothesis(id, text, measure, exposure, shown, said, owner, checkDate);
    }

    /** The same hypothesis, with as much at stake as with none other. */
    public Hypothesis ofHighestExposure() {
        return new Hypothesis(id, text, measure, Exposure.HIGHEST, state, outcome, owner, checkDate);
    }
}
