package org.decisiongates.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.TemporalValue;

/** All numbers of a week, computed in one pass. */
final class WeekAccumulator {

    private final Period period;
    private final List<Accumulator> metrics;
    private final Map<Accumulator, Long> corrected = new IdentityHashMap<>();
    private final NewestPhaseChanges closures = new NewestPhaseChanges();
    private final NewestPhaseChanges reopenings = new NewestPhaseChanges();
    private final NewestPhaseChanges survivors = new NewestPhaseChanges();
    private final FlowCounter decisions;
    private final FlowCounter blockers;
    private final OpenTallyCounter openDecisions;
    private final OpenTallyCounter openBlockers;
    private final Impact impact;
    private final Impact impactBefore;
    private long owned;
    private long open;
    private long issues;
    private long unreadable;

    WeekAccumulator(Period period) {
        this.period = period;
        this.metrics = Metrics.all().stream().map(metric -> metric.accumulator(period)).toList();
        this.decisions = new FlowCounter(Kind.DECISION, period, closures, reopenings);
        this.blockers = new FlowCounter(Kind.BLOCKER, period, closures, reopenings);
        this.openDecisions = new OpenTallyCounter(Kind.DECISION, period);
        this.openBlockers = new OpenTallyCounter(Kind.BLOCKER, period);
        this.impact = new Impact(period.until());
        this.impactBefore = new Impact(period.from());
    }

    void take(IssueTimeline issue) {
        metrics.forEach(metric -> take(metric, issue));
        decisions.take(issue);
        blockers.take(issue);
        openDecisions.take(issue);
        openBlockers.take(issue);
        impact.take(issue);
        impactBefore.take(issue);
        if (BlockerSurvival.survives(issue, period)) {
            survivors.add(issue, issue.phases().within(issue.createdAt(), period.until()).stream().reduce((earlier, later) -> later)
                    .orElse(new TemporalValue.Point<>("", issue.phases().initial(), issue.createdAt(), "")));
        }
        if (issue.isOpenBefore(period.until())) {
            open++;
            owned += issue.owners().before(period.until()).isEmpty() ? 0 : 1;
        }
        issues++;
        unreadable += issue.unreadable();
    }

    /** A number that an issue is counted in rests on its corrections, too. */
    private void take(Accumulator metric, IssueTimeline issue) {
        long before = metric.sample();
        metric.take(issue);
        if (metric.sample() > before && issue.isCorrectedBefore(period.until())) {
            corrected.merge(metric, 1L, Long::sum);
        }
    }

    void take(GateEvent event) {
        metrics.forEach(metric -> metric.take(event));
    }

    MetricsProjection.Result result() {
        List<Figure> figures = new ArrayList<>(
                metrics.stream().map(metric -> metric.figure().corrected(corrected.getOrDefault(metric, 0L))).toList());
        Optional<BigDecimal> rigor = rigor(figures);
        figures.replaceAll(figure -> Metrics.POST_PILOT_EXECUTION_STABILITY.measures(figure)
                ? figure.with(PostPilotExecutionStability.RIGOR, rigor)
                : figure);
        return new MetricsProjection.Result(figures, impact.listing(), impactBefore.listing(), closures.listing(), reopenings.listing(),
                survivors.listing(),
                decisions.flow(), blockers.flow(), new OpenTallies(openBlockers.tally(), openDecisions.tally()), period.today(), issues,
                unreadable);
    }

    /** The mean of first-pass rate, owner coverage, what was not bypassed, and what was settled in time; n/a when one of them is. */
    private Optional<BigDecimal> rigor(List<Figure> figures) {
        Figure bypassed = Metrics.BYPASS_RATE.in(figures).orElseThrow();
        List<Optional<BigDecimal>> parts = List.of(bypassed.secondary(BypassRate.FIRST_PASS_RATE), Ratio.of(owned, open),
                bypassed.value().map(BigDecimal.ONE::subtract),
                Metrics.DECISION_CLOSURE_RATE.in(figures).flatMap(figure -> figure.secondary(DecisionClosureRate.ON_TIME_SHARE)));
        return parts.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                : Optional.of(parts.stream().flatMap(Optional::stream)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(parts.size()), Ratio.DECIMALS, RoundingMode.HALF_UP));
    }
}
