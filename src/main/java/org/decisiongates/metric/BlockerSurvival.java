package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.decisiongates.time.Elapsed;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.TemporalValue;

/** M11: how old open Blockers are, against how long settled ones took, and how many survived a review. */
final class BlockerSurvival implements Accumulator {

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
    public void take(IssueTimeline life) {
        if (life.kind() != Kind.BLOCKER) {
            return;
        }
        if (life.isOpenBefore(period.until())) {
            takeOpen(life);
        } else if (life.isSettledBefore(period.until()) && life.born()) {
            life.settledLastBefore(period.until()).ifPresent(step -> settled.add(Elapsed.days(life.createdAt(), step.at())));
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
        Map<String, BigDecimal> companions = new LinkedHashMap<>();
        companions.put("survivors", BigDecimal.valueOf(survivors));
        companions.put("usual", BigDecimal.valueOf(open.upTo(usual)));
        companions.put("ageing", BigDecimal.valueOf(open.upTo(late) - open.upTo(usual)));
        companions.put("old", BigDecimal.valueOf(open.size() - open.upTo(late)));
        open.largest().ifPresent(days -> companions.put("oldest-days", days));
        inPhase.median().ifPresent(days -> companions.put("in-status-days", days));
        companions.put("settled", BigDecimal.valueOf(settled.size()));
        settled.median().ifPresent(days -> companions.put("p50-days", days));
        settled.percentile(85).ifPresent(days -> companions.put("p85-days", days));
        return Figure.of(Metric.BLOCKER_SURVIVAL, open.median(), open.size(), behind).with(companions);
    }

    private void takeOpen(IssueTimeline life) {
        open.add(Elapsed.days(life.createdAt(), period.until()));
        inPhase.add(Elapsed.days(life.phases().within(life.createdAt(), period.until()).stream().map(TemporalValue.Point::at)
                .reduce(life.createdAt(), (earlier, later) -> later), period.until()));
        behind.add(life);
        survivors += survives(life, period) ? 1 : 0;
    }

    /** Open at the close of the two latest reviews, and now: rules.md S35. */
    static boolean survives(IssueTimeline life, Period period) {
        return life.kind() == Kind.BLOCKER && life.isOpenBefore(period.until()) && period.reviews().stream().allMatch(life::isOpenBefore);
    }
}
