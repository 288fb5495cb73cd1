package org.decisiongates.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.metric.SecondaryFigure.Shown;
import org.decisiongates.time.Elapsed;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.Phases;

/** M1: how many Decisions a week are decided and stay decided, and how long deciding takes. */
final class PilotDecisionVelocity implements Accumulator {

    static final SecondaryFigure MEDIAN = SecondaryFigure.of("median-days", Unit.BUSINESS_DAYS);
    /** 1 when deciding became faster without loss of quality, else 0: see {@link Baseline}. */
    static final SecondaryFigure QUALITY_KEPT = SecondaryFigure.hidden("quality-kept").shown(Shown.AS_A_MARK);
    private static final SecondaryFigure P85 = SecondaryFigure.of("p85-days", Unit.BUSINESS_DAYS);
    private static final SecondaryFigure REOPENED = SecondaryFigure.count("reopened");
    private static final SecondaryFigure DECIDED = SecondaryFigure.hidden("decided");
    static final MetricDefinition DEFINITION = new MetricDefinition("M1", "pilot-decision-velocity", Unit.A_WEEK, Direction.UP,
            List.of(MEDIAN, P85, REOPENED, DECIDED, QUALITY_KEPT), PilotDecisionVelocity::new);

    /** A Decision opened again within so many days was not decided. */
    private static final int DAYS_IT_HOLDS = 14;

    private final Period period;
    private final ContributingIssues decided = new ContributingIssues();
    private final Histogram businessDays = Histogram.ofDays();
    private long reopened;

    PilotDecisionVelocity(Period period) {
        this.period = period;
    }

    @Override
    public void take(IssueTimeline issue) {
        Optional<Instant> decision = issue.firstCameTo(Phases.DECIDED).filter(period::has);
        if (issue.kind() != Kind.DECISION || decision.isEmpty() || issue.phaseBefore(period.until()).isEmpty()) {
            return;
        }
        Instant at = decision.get();
        issue.firstCameTo(Phases.IN_REVIEW).filter(review -> !review.isAfter(at))
                .ifPresent(review -> businessDays.add(Elapsed.businessDays(review, at, period.zone())));
        if (issue.reopenings().stream()
                .anyMatch(step -> !step.at().isBefore(at) && !step.at().isAfter(period.plusDays(at, DAYS_IT_HOLDS)))) {
            reopened++;
        } else {
            decided.add(issue);
        }
    }

    @Override
    public long sample() {
        return decided.total() + reopened;
    }

    @Override
    public Figure figure() {
        BigDecimal perWeek = BigDecimal.valueOf(decided.total()).divide(BigDecimal.valueOf(period.weeks()), 2, RoundingMode.HALF_UP);
        return DEFINITION.figure(Optional.of(perWeek), sample(), decided).with(DECIDED, decided.total()).with(REOPENED, reopened)
                .with(MEDIAN, businessDays.median()).with(P85, businessDays.percentile(85));
    }
}
