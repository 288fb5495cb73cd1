package org.decisiongates.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.Phases;
import org.decisiongates.timeline.TemporalValue;

/** M5: the share of the open Decisions that were settled, and how many of these in time. */
final class DecisionClosureRate implements Accumulator {

    static final SecondaryFigure ON_TIME_SHARE = SecondaryFigure.of("on-time-share", Unit.SHARE);
    private static final SecondaryFigure REMOVED = SecondaryFigure.count("removed");
    private static final SecondaryFigure CLOSED = SecondaryFigure.hidden("closed");
    private static final SecondaryFigure OPEN_AT_START = SecondaryFigure.hidden("open-at-start");
    private static final SecondaryFigure OPENED = SecondaryFigure.hidden("opened");
    static final MetricDefinition DEFINITION = new MetricDefinition("M5", "decision-closure-rate", Unit.SHARE, Direction.UP,
            List.of(ON_TIME_SHARE, REMOVED, CLOSED, OPEN_AT_START, OPENED), DecisionClosureRate::new);

    /** Moving the due date later than so many days before settling does not help. */
    private static final int DAYS_THE_DUE_DATE_IS_FIXED = 7;
    /** Above this many superseded Decisions in one period the number is n/a rather than wrong. */
    private static final int MAX_SUPERSEDED = 10_000;

    private final Period period;
    private final ContributingIssues closed = new ContributingIssues();
    private final IssueIdSet decided = new IssueIdSet();
    private final List<Superseded> superseded = new ArrayList<>();
    private boolean tooMany;
    private long openAtStart;
    private long opened;
    private long removed;
    private long onTime;

    DecisionClosureRate(Period period) {
        this.period = period;
    }

    @Override
    public void take(IssueTimeline issue) {
        if (issue.kind() != Kind.DECISION) {
            return;
        }
        Optional<String> phase = issue.phaseBefore(period.until());
        if (phase.filter(Phases.DECIDED_ON::contains).isPresent()) {
            decided.add(issue.id());
        }
        if (!issue.wasOpenIn(period)) {
            return;
        }
        boolean settled = issue.isSettledBefore(period.until());
        if (!settled && !issue.isOpenBefore(period.until())) {
            removed++;
            return;
        }
        openAtStart += issue.isOpenBefore(period.from()) ? 1 : 0;
        opened += issue.isOpenBefore(period.from()) ? 0 : 1;
        if (settled) {
            close(issue, phase.orElseThrow());
        }
    }

    @Override
    public long sample() {
        return openAtStart + opened;
    }

    @Override
    public Figure figure() {
        superseded.stream().filter(one -> one.successors().stream().anyMatch(decided::has))
                .forEach(one -> count(one.id(), one.key(), one.onTime()));
        superseded.clear();
        long all = openAtStart + opened;
        return DEFINITION.figure(tooMany ? Optional.empty() : Ratio.of(closed.total(), all), all, closed).with(CLOSED, closed.total())
                .with(OPEN_AT_START, openAtStart).with(OPENED, opened).with(REMOVED, removed)
                .with(ON_TIME_SHARE, Ratio.of(onTime, closed.total()));
    }

    private void close(IssueTimeline issue, String phase) {
        if (!phase.equals(Phases.SUPERSEDED)) {
            count(issue.id(), issue.key(), isOnTime(issue));
        } else if (superseded.size() < MAX_SUPERSEDED) {
            superseded.add(new Superseded(issue.id(), issue.key(), issue.successors(), isOnTime(issue)));
        } else {
            tooMany = true;
        }
    }

    private void count(long id, String key, boolean inTime) {
        closed.add(id, key);
        onTime += inTime ? 1 : 0;
    }

    private boolean isOnTime(IssueTimeline issue) {
        Instant at = issue.settledLastBefore(period.until()).map(TemporalValue.Point::at).orElse(issue.createdAt());
        Optional<LocalDate> due = issue.dueAt(period.plusDays(at, -DAYS_THE_DUE_DATE_IS_FIXED));
        return due.filter(day -> !period.day(at).isAfter(day)).isPresent();
    }

    /** Settled if one of the Decisions that take its place is. */
    private record Superseded(long id, String key, List<Long> successors, boolean onTime) {
    }
}
