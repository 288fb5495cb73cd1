package org.decisiongates.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.time.Elapsed;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.Phases;

/** M1: how many Decisions a week are decided and stay so, and how long deciding takes. */
final class PilotDecisionVelocity implements Accumulator {

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
    public void take(IssueTimeline life) {
        Optional<Instant> decision = life.firstCameTo(Phases.DECIDED).filter(period::has);
        if (life.kind() != Kind.DECISION || decision.isEmpty() || life.phaseBefore(period.until()).isEmpty()) {
            return;
        }
        Instant at = decision.get();
        life.firstCameTo(Phases.IN_REVIEW).filter(review -> !review.isAfter(at))
                .ifPresent(review -> businessDays.add(Elapsed.businessDays(review, at, period.zone())));
        if (life.reopenings().stream()
                .anyMatch(step -> !step.at().isBefore(at) && !step.at().isAfter(period.plusDays(at, DAYS_IT_HOLDS)))) {
            reopened++;
        } else {
            decided.add(life);
        }
    }

    @Override
    public long sample() {
        return decided.total() + reopened;
    }

    @Override
    public Figure figure() {
        BigDecimal perWeek = BigDecimal.valueOf(decided.total()).divide(BigDecimal.valueOf(period.weeks()), 2, RoundingMode.HALF_UP);
        Map<String, BigDecimal> companions = new LinkedHashMap<>();
        companions.put("decided", BigDecimal.valueOf(decided.total()));
        companions.put("reopened", BigDecimal.valueOf(reopened));
        businessDays.median().ifPresent(days -> companions.put("median-days", days));
        businessDays.percentile(85).ifPresent(days -> companions.put("p85-days", days));
        return Figure.of(Metric.PILOT_DECISION_VELOCITY, Optional.of(perWeek), decided.total() + reopened, decided).with(companions);
    }
}
