package org.decisiongates.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.HypothesisHistory;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.Phases;
import org.decisiongates.timeline.TemporalValue;

/**
 * M2: the share of the hypotheses whose time had come that were validated, with evidence. Beside it how many of those that were due have a
 * verdict, and in how many reviews one person answered for the Decision from beginning to end.
 */
final class ValidatedHypothesisRatio implements Accumulator {

    private static final SecondaryFigure COVERAGE = SecondaryFigure.of("coverage", Unit.SHARE);
    private static final SecondaryFigure OWNER_CLARITY = SecondaryFigure.of("owner-clarity", Unit.SHARE);
    private static final SecondaryFigure VALIDATED = SecondaryFigure.count("validated");
    private static final SecondaryFigure INVALIDATED = SecondaryFigure.count("invalidated");
    private static final SecondaryFigure UNPROVEN = SecondaryFigure.count("unproven");
    static final MetricDefinition DEFINITION = new MetricDefinition("M2", "validated-hypothesis-ratio", Unit.SHARE, Direction.UP,
            List.of(VALIDATED, INVALIDATED, UNPROVEN, COVERAGE, OWNER_CLARITY), ValidatedHypothesisRatio::new);

    private final Period period;
    private final ContributingIssues counted = new ContributingIssues();
    private long validated;
    private long invalidated;
    private long unproven;
    private long due;
    private long reviews;
    private long clearReviews;

    ValidatedHypothesisRatio(Period period) {
        this.period = period;
    }

    @Override
    public void take(IssueTimeline issue) {
        if (!issue.isOpenBefore(period.until()) && !issue.isSettledBefore(period.until())) {
            return;
        }
        long before = sample();
        issue.hypotheses().forEach(this::take);
        if (sample() > before) {
            counted.add(issue);
        }
        if (issue.kind() == Kind.DECISION) {
            takeReviews(issue);
        }
    }

    @Override
    public long sample() {
        return validated + invalidated + unproven;
    }

    @Override
    public Figure figure() {
        return DEFINITION.figure(Ratio.of(validated, sample()), sample(), counted).with(VALIDATED, validated).with(INVALIDATED, invalidated)
                .with(UNPROVEN, unproven).with(COVERAGE, Ratio.of(validated + invalidated, due))
                .with(OWNER_CLARITY, Ratio.of(clearReviews, reviews));
    }

    private void take(HypothesisHistory hypothesis) {
        Optional<HypothesisHistory.Stand> end = hypothesis.stands().before(period.until());
        if (end.isEmpty()) {
            return;
        }
        long before = sample();
        if (!end.get().state().isVerdict()) {
            unproven += isUnproven(hypothesis, end.get()) ? 1 : 0;
        } else if (isSaidInPeriod(hypothesis)) {
            if (end.get().state() == Hypothesis.State.INVALIDATED) {
                invalidated++;
            } else if (hypothesis.isSupportedBefore(period.until())) {
                validated++;
            } else {
                unproven++;
            }
        }
        due += sample() > before || isDue(end.get()) ? 1 : 0;
    }

    /** A verdict that came early was due when it came, and not again on the check date. */
    private boolean isDue(HypothesisHistory.Stand end) {
        return !end.state().isVerdict() && !end.checkDate().isBefore(period.day(period.from())) && end.checkDate().isBefore(dayAfter());
    }

    /** Whether its check date passed without a verdict, or it is inconclusive without a new one. */
    private boolean isUnproven(HypothesisHistory hypothesis, HypothesisHistory.Stand end) {
        if (end.state() == Hypothesis.State.INCONCLUSIVE && isSaidInPeriod(hypothesis)) {
            LocalDate said = period.day(hypothesis.saidBefore(period.until()).orElseThrow());
            boolean isNew = end.checkDate().isAfter(said)
                    && hypothesis.checkDateUntilSaidBefore(period.until()).filter(end.checkDate()::equals).isEmpty();
            return !isNew || isOver(end.checkDate());
        }
        return hypothesis.staysBefore(period.until()).stream().filter(stay -> !stay.stand().state().isVerdict()).anyMatch(this::hasPassed);
    }

    private boolean isSaidInPeriod(HypothesisHistory hypothesis) {
        return hypothesis.saidBefore(period.until()).filter(period::has).isPresent();
    }

    /**
     * Whether a check date of the period was over while it was the check date. One that was over when it was set, or when a verdict was
     * taken back, passes at that instant, or else it would in no week; a slip of the pen that is mended within the period does not count.
     */
    private boolean hasPassed(HypothesisHistory.Stay stay) {
        LocalDate check = stay.stand().checkDate();
        Instant over = check.plusDays(1).atStartOfDay(period.zone()).toInstant();
        if (!stay.since().isBefore(over)) {
            return period.has(stay.since()) && stay.until().isEmpty();
        }
        return !check.isBefore(period.day(period.from())) && isOver(check) && stay.until().stream().allMatch(end -> end.isAfter(over));
    }

    private boolean isOver(LocalDate check) {
        return check.isBefore(period.today());
    }

    /** The first day after the period, over or not. */
    private LocalDate dayAfter() {
        return period.day(period.from()).plus(period.weeks(), ChronoUnit.WEEKS);
    }

    private void takeReviews(IssueTimeline issue) {
        Instant since = issue.createdAt();
        for (TemporalValue.Point<String> step : issue.phases().points()) {
            takeReview(issue, step.from(), since, step.at());
            since = step.at();
        }
        takeReview(issue, issue.phases().before(period.until()), since, period.until());
    }

    private void takeReview(IssueTimeline issue, String phase, Instant since, Instant until) {
        Instant from = since.isBefore(period.from()) ? period.from() : since;
        Instant end = until.isBefore(period.until()) ? until : period.until();
        if (phase.equals(Phases.IN_REVIEW) && from.isBefore(end)) {
            Instant begun = from.plusMillis(1);
            reviews++;
            clearReviews += !issue.owners().before(begun).isEmpty() && issue.owners().within(begun, end).isEmpty() ? 1 : 0;
        }
    }
}
