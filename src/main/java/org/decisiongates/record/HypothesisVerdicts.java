package org.decisiongates.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.Hypothesis;
import org.decisiongates.timeline.Change;

/** Who gave the present verdict of each hypothesis of an issue, and when, as far as its history tells. */
public final class HypothesisVerdicts {

    private HypothesisVerdicts() {
    }

    /**
     * A verdict; of one that was worded anew later, when it was given first.
     *
     * @param actor        user key; empty for nobody
     * @param isAddedWithRow whether the row had it when it was added, as imported rows have: who added it need not have given it
     */
    public record Given(String actor, Instant at, boolean isAddedWithRow) {
    }

    /**
     * By the ids of rows.
     *
     * @param history entries of rows of the issue, newest first
     */
    public static Map<Long, Given> of(List<Change> history) {
        Map<Long, Given> given = new HashMap<>();
        for (Change change : history) {
            Optional<Hypothesis.State> after = state(change.to());
            boolean isAdded = change.from().isEmpty();
            if (after.isPresent() && (isAdded ? after.get() != Hypothesis.State.OPEN : !after.equals(state(change.from())))) {
                given.putIfAbsent(Long.valueOf(change.subject()), new Given(change.actor(), change.at(), isAdded));
            }
        }
        return given;
    }

    /** Empty for no hypothesis, and for a row that only a newer version of the app can read. */
    private static Optional<Hypothesis.State> state(String row) {
        try {
            return row.isEmpty() ? Optional.empty()
                    : Optional.of(RecordParts.read(row)).filter(Hypothesis.class::isInstance).map(read -> ((Hypothesis) read).state());
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
