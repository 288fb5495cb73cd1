package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.List;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.metric.SecondaryFigure.Shown;
import org.decisiongates.time.Elapsed;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.TemporalValue;

/** M11: how old open Blockers are, against how long settled ones took, and how many survived a review. */
final class BlockerSurvival implements Accumulator {

    private static final SecondaryFigure SURVIVORS = SecondaryFigure.count("survivors").shown(Shown.ALWAYS);
    private static final SecondaryFigure OLDEST = SecondaryFigure.of("oldest-days", Unit.DAYS).shown(Shown.EXCEPT_IN_COMPARISONS);
    private static final SecondaryFigure IN_STATUS = SecondaryFigure.of("in-status-days", Unit.DAYS).shown(Shown.EXCEPT_IN_COMPARISONS);
    private static final SecondaryFigure SETTLED_MEDIAN = SecondaryFigure.of("p50-days", Unit.DAYS);
    private static final SecondaryFigure SETTLED_P85 = SecondaryFigure.of("p85-days", Unit.DAYS);
    private static final SecondaryFigure USUAL = SecondaryFigure.hidden("usual");
    private static final SecondaryFigure AGEING = SecondaryFigure.hidden("ageing");
    private static final SecondaryFigure OLD = SecondaryFigure.hidden("old");
    private static final SecondaryFigure SETTLED = SecondaryFigure.hidden("settled");
    static final MetricDefinition DEFINITION = new MetricDefinition("M11", "blocker-survival", Unit.DAYS, Direction.DOWN,
            List.of(SURVIVORS, OLDEST, IN_STATUS, SETTLED_MEDIAN, SETTLED_P85, USUAL, AGEING, OLD, SETTLED), BlockerSurvival::new);

    private static final BigDecimal USUAL_DAYS = BigDecimal.valueOf(5);
    private static final BigDecimal LONG_DAYS = BigDecimal.valueOf(14);

    private final Period period;
    private final Histogram open = Histogram.ofDays();
    private final Histogram inPhase = Histogram.ofDays();
    private final Histogram settled = Histogram.ofDays();
    private final ContributingIssues behind = new ContributingIssues();
    private long survivors;

    BlockerSurvival(Period period) {
        this.period = period;
    }

    @Override
    public void take(IssueTimeline issue) {
        if (issue.kind() != Kind.BLOCKER) {
            return;
        }
        if (issue.isOpenBefore(period.until())) {
            takeOpen(issue);
        } else if (issue.isSettledBefore(period.until()) && issue.isCreationKnown()) {
            issue.settledLastBefore(period.until()).ifPresent(step -> settled.add(Elapsed.days(issue.createdAt(), step.at())));
        }
    }

    @Override
    public long sample() {
        return open.size();
    }

    @Override
    public Figure figure() {
        boolean known = settled.size() >= Figure.ENOUGH;
        BigDecimal usual = known ? settled.median().orElseThrow() : USUAL_DAYS;
        BigDecimal late = known ? settled.percentile(85).orElseThrow() : LONG_DAYS;
        return DEFINITION.figure(open.median(), open.size(), behind).with(SURVIVORS, survivors).with(USUAL, open.upTo(usual))
                .with(AGEING, open.upTo(late) - open.upTo(usual)).with(OLD, open.size() - open.upTo(late)).with(OLDEST, open.largest())
                .with(IN_STATUS, inPhase.median()).with(SETTLED, settled.size()).with(SETTLED_MEDIAN, settled.median())
                .with(SETTLED_P85, settled.percentile(85));
    }

    private void takeOpen(IssueTimeline issue) {
        open.add(Elapsed.days(issue.createdAt(), period.until()));
        inPhase.add(Elapsed.days(issue.phases().within(issue.createdAt(), period.until()).stream().map(TemporalValue.Point::at)
                .reduce(issue.createdAt(), (earlier, later) -> later), period.until()));
        behind.add(issue);
        survivors += survives(issue, period) ? 1 : 0;
    }

    /** Open at the close of the two latest reviews, and now: {@code survivors} in docs/metrics.md. */
    static boolean survives(IssueTimeline issue, Period period) {
        return issue.kind() == Kind.BLOCKER && issue.isOpenBefore(period.until())
                && period.reviews().stream().allMatch(issue::isOpenBefore);
    }
}
