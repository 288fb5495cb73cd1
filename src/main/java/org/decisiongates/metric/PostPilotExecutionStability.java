package org.decisiongates.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.text.KebabCase;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.Phases;

/** M4: the share of Decisions that went through four weeks of delivery without being destabilised. */
final class PostPilotExecutionStability implements Accumulator {

    /** The mean of four shares, {@code rigor} in docs/metrics.md: see {@link WeekAccumulator}. */
    static final SecondaryFigure RIGOR = SecondaryFigure.of("rigor", Unit.SHARE);
    private static final SecondaryFigure WATCHING = SecondaryFigure.count("watching");
    private static final SecondaryFigure COHORT = SecondaryFigure.hidden("cohort");
    static final MetricDefinition DEFINITION = new MetricDefinition("M4", "post-pilot-execution-stability", Unit.SHARE, Direction.UP,
            Stream.concat(Stream.of(Cause.values()).map(Cause::count), Stream.of(WATCHING, RIGOR, COHORT)).toList(),
            PostPilotExecutionStability::new);

    /** How long a Decision is watched after it went into delivery: two sprints. */
    static final int DAYS_WATCHED = 28;

    private final Period period;
    private final RecentBlockers blockersSeen;
    private final Cohort cohort = new Cohort();
    private long watching;

    PostPilotExecutionStability(Period period) {
        this.period = period;
        this.blockersSeen = new RecentBlockers(period.plusDays(period.from(), -DAYS_WATCHED - 1L));
    }

    @Override
    public void take(IssueTimeline issue) {
        blockersSeen.take(issue);
        if (issue.kind() != Kind.DECISION || issue.phaseBefore(period.until()).isEmpty()) {
            return;
        }
        Optional<Instant> commit = issue.firstCameTo(Phases.IN_DELIVERY).filter(at -> at.isBefore(period.until()));
        if (commit.isEmpty()) {
            return;
        }
        Instant end = period.plusDays(commit.get(), DAYS_WATCHED);
        if (period.has(end)) {
            cohort.take(issue, new Window(commit.get(), end));
        } else if (!end.isBefore(period.until())) {
            watching++;
        }
    }

    @Override
    public long sample() {
        return cohort.size();
    }

    @Override
    public Figure figure() {
        cohort.settle(blockersSeen);
        long destabilised = cohort.destabilised().total();
        Optional<BigDecimal> stable = cohort.isWhole() && blockersSeen.isWhole() ? Ratio.of(cohort.size() - destabilised, cohort.size())
                : Optional.empty();
        Figure figure = DEFINITION.figure(stable, cohort.size(), cohort.telling()).with(COHORT, cohort.size())
                .with(WATCHING, watching);
        for (Map.Entry<Cause, Long> cause : cohort.causes().entrySet()) {
            figure = figure.with(cause.getKey().count(), cause.getValue());
        }
        return figure;
    }

    /** What destabilises delivery. */
    enum Cause {
        REOPENED, SCOPE_CHANGED, BLOCKED, DUE_SLIPPED, OWNER_CHANGED, FALLBACK_INVOKED;

        private final SecondaryFigure count = SecondaryFigure.count("cause-" + KebabCase.of(this));

        /** How many Decisions it destabilised. */
        SecondaryFigure count() {
            return count;
        }

        static Set<Cause> none() {
            return EnumSet.noneOf(Cause.class);
        }

        static Map<Cause, Long> counts() {
            Map<Cause, Long> counts = new EnumMap<>(Cause.class);
            for (Cause cause : values()) {
                counts.put(cause, 0L);
            }
            return counts;
        }
    }

    /** The time a Decision is watched, both ends exclusive: what happens with the step into delivery itself belongs to it. */
    record Window(Instant commit, Instant end) {

        boolean has(Instant at) {
            return at.isAfter(commit) && at.isBefore(end);
        }
    }
}
