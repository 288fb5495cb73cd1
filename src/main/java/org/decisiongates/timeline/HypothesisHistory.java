package org.decisiongates.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Hypothesis;

/**
 * What became of one hypothesis of an issue, and when.
 *
 * @param stands   how it stood; empty while it was not recorded, and once it was removed
 * @param evidence for each piece of evidence of the issue that ever tested it, whether it was there and did
 */
public record HypothesisHistory(TemporalValue<Optional<Stand>> stands, List<TemporalValue<Boolean>> evidence) {

    public HypothesisHistory {
        evidence = List.copyOf(evidence);
    }

    /**
     * How a hypothesis stands.
     *
     * @param checkDate project zone
     */
    public record Stand(Hypothesis.State state, LocalDate checkDate) {
    }

    /**
     * How it stood for a time.
     *
     * @param until the end of that time, exclusive; empty where it still stood so
     */
    public record Stay(Stand stand, Optional<Instant> until) {
    }

    /** Whether evidence tested it just before {@code instant}. */
    public boolean isSupportedBefore(Instant instant) {
        return evidence.stream().anyMatch(one -> one.before(instant));
    }

    /** When its state just before {@code instant} was said; empty where it was not recorded. */
    public Optional<Instant> saidBefore(Instant instant) {
        Optional<Instant> said = Optional.empty();
        for (TemporalValue.Point<Optional<Stand>> point : stands.points()) {
            if (point.at().isBefore(instant) && !point.from().map(Stand::state).equals(point.to().map(Stand::state))) {
                said = Optional.of(point.at());
            }
        }
        return said;
    }

    /** How it stood, one after the other, until {@code instant}. */
    public List<Stay> staysBefore(Instant instant) {
        List<Stay> stays = new ArrayList<>();
        for (TemporalValue.Point<Optional<Stand>> point : stands.points()) {
            if (point.at().isBefore(instant)) {
                point.from().ifPresent(stand -> stays.add(new Stay(stand, Optional.of(point.at()))));
            }
        }
        stands.before(instant).ifPresent(stand -> stays.add(new Stay(stand, Optional.empty())));
        return stays;
    }
}
