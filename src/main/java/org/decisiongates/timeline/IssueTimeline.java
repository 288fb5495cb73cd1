package org.decisiongates.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;

/**
 * What was true of one issue, and when, as far as the journal records it.
 *
 * @param key        its newest key
 * @param kind       what it was last
 * @param createdAt  when it came to be; when that is not written down, the time of the first thing that is
 * @param isCreationKnown  whether its creation is written down; else it came from another project, or was there before anything was
 * @param initialState  how it stood then; empty when that is not written down
 * @param phases     notation of {@link Change.Item#PHASE}
 * @param owners     user keys, empty for nobody
 * @param customerFacing whether customers notice, empty for no
 * @param fallback   whether a fallback is written down, empty for no
 * @param counted    whether it is there, in one of the projects the numbers are about
 * @param lines      impact lines by line id
 * @param hypotheses what became of its hypotheses
 * @param scopeEdits when the approved scope was edited: criteria, or the release it is meant for
 * @param blockers   issues that were linked as blocking this one
 * @param successors ids of the issues that take this one's place
 * @param corrections when it was found in a state that no entry leads to; what was before, and when it changed, is not known for certain
 * @param unreadable how many values made no sense and were passed over
 */
public record IssueTimeline(long id, String key, Kind kind, Instant createdAt, boolean isCreationKnown, Optional<InitialState> initialState,
        TemporalValue<String> phases,
        TemporalValue<String> owners, TemporalValue<Optional<LocalDate>> dues, TemporalValue<String> customerFacing,
        TemporalValue<String> fallback, TemporalValue<Boolean> counted,
        Map<String, TemporalValue<Optional<ImpactLine>>> lines, List<HypothesisHistory> hypotheses, List<Instant> scopeEdits,
        List<Blocking> blockers, List<Long> successors,
        List<Instant> corrections, int unreadable) {

    /** A link by which another issue blocks this one. */
    public record Blocking(long issueId, Instant at) {
    }

    /** One issue's changes in any order, repeated or not. */
    public static IssueTimeline of(List<Change> changes, Set<Long> projects) {
        return new IssueTimelineBuilder(JournalOrdering.of(changes).changes(), projects).build();
    }

    Optional<String> phaseAt(Instant instant) {
        return instant.isBefore(createdAt) ? Optional.empty() : Optional.of(phases.at(instant));
    }

    /** The phase just before {@code instant}; empty when the issue did not count then. */
    public Optional<String> phaseBefore(Instant instant) {
        return createdAt.isBefore(instant) && counted.before(instant) ? Optional.of(phases.before(instant)) : Optional.empty();
    }

    public boolean isOpenBefore(Instant instant) {
        return createdAt.isBefore(instant) && counted.before(instant) && isOpen(phases.before(instant));
    }

    public boolean isSettledBefore(Instant instant) {
        return createdAt.isBefore(instant) && counted.before(instant) && Phases.isSettled(kind, phases.before(instant));
    }

    /** Whether its state at {@code instant} rests on a correction. */
    public boolean isCorrectedBefore(Instant instant) {
        return corrections.stream().anyMatch(at -> at.isBefore(instant));
    }

    /** Whether it was open, and counted, at some time in the period; a status no phase stands for is a stop on the way. */
    public boolean wasOpenIn(Period period) {
        return isOpenBefore(period.from()) || period.has(createdAt) && counted.at(createdAt) && isOpen(phases.initial())
                || phases.within(period.from(), period.until()).stream().anyMatch(step -> isOpen(step.to()) && counted.at(step.at()))
                || counted.within(period.from(), period.until()).stream().anyMatch(step -> step.to() && isOpen(phases.at(step.at())))
                || steps().stream().anyMatch(step -> period.has(step.at()) && isOpen(step.from()) && counted.before(step.at()));
    }

    boolean isOpen(String phase) {
        return Phases.isOpen(kind, phase);
    }

    /** The first time it came to {@code phase}; empty when it never did or was created in it. */
    public Optional<Instant> firstCameTo(String phase) {
        return phases.initial().equals(phase) ? Optional.empty()
                : phases.points().stream().filter(step -> step.to().equals(phase)).map(TemporalValue.Point::at).findFirst();
    }

    /** Steps from a settled phase to an open one. */
    public List<TemporalValue.Point<String>> reopenings() {
        return steps().stream().filter(step -> Phases.isSettled(kind, step.from()) && isOpen(step.to())).toList();
    }

    /** The step by which it was settled last before {@code instant}. */
    public Optional<TemporalValue.Point<String>> settledLastBefore(Instant instant) {
        return steps().stream()
                .filter(step -> step.at().isBefore(instant) && !Phases.isSettled(kind, step.from()) && Phases.isSettled(kind, step.to()))
                .reduce((earlier, later) -> later);
    }

    /** Its steps between phases that mean something: a status no phase stands for is a stop on the way, and not where a step came from. */
    public List<TemporalValue.Point<String>> steps() {
        List<TemporalValue.Point<String>> steps = new ArrayList<>();
        String from = phases.initial();
        for (TemporalValue.Point<String> point : phases.points()) {
            if (isOpen(point.to()) || Phases.isSettled(kind, point.to())) {
                steps.add(new TemporalValue.Point<>(from, point.to(), point.at(), point.actor()));
                from = point.to();
            }
        }
        return steps;
    }

    public Optional<LocalDate> dueAt(Instant instant) {
        return dues.at(instant.isBefore(createdAt) ? createdAt : instant);
    }
}
