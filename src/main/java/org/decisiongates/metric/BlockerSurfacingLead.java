package org.decisiongates.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.InitialState;
import org.decisiongates.timeline.IssueTimeline;

/** M9: how early in their release Blockers are found: 1 when planning starts, 0 at launch or later. */
final class BlockerSurfacingLead implements Accumulator {

    private static final SecondaryFigure EARLY_SHARE = SecondaryFigure.of("early-share", Unit.SHARE);
    private static final SecondaryFigure WITHOUT_RELEASE = SecondaryFigure.count("without-release");
    static final MetricDefinition DEFINITION = new MetricDefinition("M9", "blocker-surfacing-lead", Unit.SHARE, Direction.UP,
            List.of(EARLY_SHARE, WITHOUT_RELEASE), BlockerSurfacingLead::new);

    private static final BigDecimal EARLY = new BigDecimal("0.5");

    private final Period period;
    private final Histogram leads = Histogram.ofShares();
    private final ContributingIssues measured = new ContributingIssues();
    private long early;
    private long withoutRelease;

    BlockerSurfacingLead(Period period) {
        this.period = period;
    }

    @Override
    public void take(IssueTimeline issue) {
        if (issue.kind() != Kind.BLOCKER || !issue.isCreationKnown() || !period.has(issue.createdAt())
                || issue.phaseBefore(period.until()).isEmpty()) {
            return;
        }
        Optional<BigDecimal> lead = issue.initialState().flatMap(initial -> lead(initial, period.day(issue.createdAt())));
        if (lead.isEmpty()) {
            withoutRelease++;
            return;
        }
        leads.add(lead.get());
        early += lead.get().compareTo(EARLY) >= 0 ? 1 : 0;
        measured.add(issue);
    }

    @Override
    public long sample() {
        return leads.size();
    }

    @Override
    public Figure figure() {
        return DEFINITION.figure(leads.median(), leads.size(), measured).with(EARLY_SHARE, Ratio.of(early, leads.size()))
                .with(WITHOUT_RELEASE, withoutRelease);
    }

    /** From the dates as they were planned when the Blocker was created; later replanning changes nothing. */
    private static Optional<BigDecimal> lead(InitialState initial, LocalDate created) {
        return initial.releaseLaunch().flatMap(launch -> initial.releaseStart().filter(start -> start.isBefore(launch)).map(start -> {
            BigDecimal left = BigDecimal.valueOf(ChronoUnit.DAYS.between(created, launch));
            BigDecimal all = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, launch));
            return left.divide(all, Ratio.DECIMALS, RoundingMode.HALF_UP).max(BigDecimal.ZERO).min(BigDecimal.ONE);
        }));
    }
}
