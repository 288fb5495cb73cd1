package org.decisiongates.issue;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that must be true for the outcome of an issue to be accepted.
 *
 * @param id       what evidence refers to it by, unique among the criteria of all issues; 0 while it is not stored
 * @param text     what must be true
 * @param target   the number it is measured by; empty where the answer is yes or no
 * @param verifier user key of who verifies it
 * @param followUp the host's id of the issue that follows up what cannot be shown
 */
public record Criterion(long id, String text, Optional<Target> target, Optional<String> verifier, State state, Optional<Long> followUp)
        implements IssueRecord {

    /** How far it is proven. Stored by name. */
    public enum State {
        OPEN, VERIFIED,
        /** It cannot be shown: a gap that somebody has to follow up. */
        NOT_DEMONSTRABLE
    }

    /**
     * The number that a criterion is measured by.
     *
     * @param unit its unit, {@code ms}
     */
    public record Target(BigDecimal value, String unit) {

        public Target {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(unit, "unit");
        }
    }

    public Criterion {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(followUp, "followUp");
    }

    /** A criterion that nothing follows up. */
    public Criterion(long id, String text, Optional<Target> target, Optional<String> verifier, State state) {
        this(id, text, target, verifier, state, Optional.empty());
    }

    /** A criterion that is not stored yet. */
    public Criterion(String text, Optional<Target> target, Optional<String> verifier, State state) {
        this(0, text, target, verifier, state);
    }

    @Override
    public Kind kind() {
        return Kind.CRITERION;
    }

    /** The same criterion, stored under this id. */
    @Override
    public Criterion withId(long stored) {
        return new Criterion(stored, text, target, verifier, state, followUp);
    }

    /** The same criterion, followed up by the issue of this id. */
    public Criterion followedUpBy(long issueId) {
        return new Criterion(id, text, target, verifier, state, Optional.of(issueId));
    }
}
