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
     * @param since when it came to stand so
     * @param until the end of that time, exclusive; empty where it still stood so
     */
    public record Stay(Stand stand, Instant since, Optional<Instant> until) {
    }

    /** Whether evidence tested it just before {@code instant}. */
    public boolean isSupportedBefore(Instant instant) {
        return evidence.stream().anyMatch(one -> one.before(instant));
    }

    /** Since when its state was what it was just before {@code instant}; empty where it was not recorded. */
    public Optional<Instant> saidBefore(Instant instant) {
        return pointBefore(instant).map(TemporalValue.Point::at);
    }

    /** The check date that it had until {@link #saidBefore}; empty where it was not recorded until then. */
    public Optional<LocalDate> checkDateUntilSaidBefore(Instant instant) {
        return pointBefore(instant).flatMap(TemporalValue.Point::from).map(Stand::checkDate);
    }

    private Optional<TemporalValue.Point<Optional<Stand>>> pointBefore(Instant instant) {
        return stands.points().stream()
                .filter(point -> point.at().isBefore(instant) && !point.from().map(Stand::state).equals(point.to().map(Stand::state)))
                .reduce((one, later) -> later);
    }

    /** How it stood, one after the other, until {@code instant}. */
    public List<Stay> staysBefore(Instant instant) {
        List<Stay> stays = new ArrayList<>();
        List<TemporalValue.Point<Optional<Stand>>> points = stands.points().stream().filter(point -> point.at().isBefore(instant)).toList();
        for (int i = 0; i < points.size(); i++) {
            Instant since = points.get(i).at();
            Optional<Instant> until = points.stream().skip(i + 1L).findFirst().map(TemporalValue.Point::at);
            points.get(i).to().ifPresent(stand -> stays.add(new Stay(stand, since, until)));
        }
        return stays;
    }
}
